// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "../record.hpp"
#include "archive.hpp"
#include "input.hpp"

namespace kliping::indexer {

/// One run's way from a file to its records, through whatever the file is packed in. Every fault
/// stays with what it is a fault of.
class Reading {
 public:
  Reading(const ReadOptions& options, const RecordHandler& handler)
      : options_(options), handler_(handler) {}

  /// Reads one file, or `-`; false where no more is wanted.
  bool file(const std::string& path);
  /// The same of bytes that are no file.
  bool stream(const std::string& locator, ByteSource& bytes);

 private:
  /// Bytes on their way in.
  struct Place {
    /// As the user can find them again.
    std::string locator;
    /// Whose suffix tells what they may be.
    std::string name;
    /// Packings around them.
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
  /// Somebody wants no more: an input that ends early for it is not at fault.
  bool is_stopped_ = false;
};

}  // namespace kliping::indexer
