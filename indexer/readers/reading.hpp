// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "../record.hpp"
#include "archive.hpp"
#include "input.hpp"

namespace kliping::indexer {

/// Reads files into records, through whatever they are packed in. A fault costs only the file, the
/// container or the member that has it.
class Reading {
 public:
  Reading(const ReadOptions& options, const RecordHandler& handler)
      : options_(options), handler_(handler) {}

  /// Reads one file, or `-`; false where no more is wanted.
  bool file(const std::string& path);
  /// The same for bytes that are not in a file.
  bool stream(const std::string& locator, ByteSource& bytes);

 private:
  /// Where the bytes come from that are being read.
  struct Place {
    /// By which the user can find them again.
    std::string locator;
    /// Its suffix tells what they may be.
    std::string name;
    /// How many packings are around them.
    std::size_t packings = 0;
  };

  bool open(const Place& place, ByteSource& bytes, SeekableSource* seekable, UnpackLayer& layer);
  bool unpack(const Place& place, Packing packing, ByteSource& packed, UnpackLayer& layer);
  bool unpack_members(const Place& place, Packing packing, Input& input, SeekableSource* seekable,
                      UnpackLayer& layer);
  bool each_member(const Place& place, Archive& archive, UnpackLayer& layer);
  bool member(const Place& place, Archive& archive, const Archive::Member& member,
              UnpackLayer& layer);
  bool is_wanted(const std::string& container, const Archive::Member& member, std::string& path);
  bool content(const Place& place, Input& input);
  bool records(const Place& place, Input& input, const std::string& encoding);

  void report(Diagnostic::Severity severity, const std::string& locator, Message message,
              Message hint = {});
  void error(const std::string& locator, Message message, Message hint = {}) {
    report(Diagnostic::Severity::error, locator, std::move(message), std::move(hint));
  }

  const ReadOptions& options_;
  const RecordHandler& handler_;
  /// Set when no more records are wanted: then an input that ends early is no fault.
  bool is_stopped_ = false;
};

}  // namespace kliping::indexer
