// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "../record.hpp"

namespace kliping::indexer {

/// Takes the records that a framer finds in one file, and passes them on. The first records are
/// held back until there are enough of them to tell what holds for the whole file: what its columns
/// are, and whether its dates have the day or the month first.
class Outlet {
 public:
  Outlet(Origin origin, const ReadOptions& options, const RecordHandler& handler);

  const Origin& origin() const { return *origin_; }
  const ReadOptions& options() const { return options_; }

  /// The header of a table; before its rows.
  void columns(std::vector<std::string> names) { origin_->columns = std::move(names); }
  /// False where this input is done with: nobody wants more, or nothing can be made of it.
  bool text(std::size_t line, std::string&& bytes);
  /// A record known by its offset in the stored file.
  bool text_at(std::uint64_t offset, std::string&& bytes);
  bool row(std::size_t line, std::vector<std::string>&& fields);

  void note(std::size_t line, Message message, Message hint = {});
  void fault(std::size_t line, Message message, Message hint = {});
  void fault_at(std::uint64_t offset, Message message, Message hint = {});
  void warn(Message message, Message hint = {});
  /// A record over the limit.
  void oversized(std::size_t line);
  void oversized_at(std::uint64_t offset);

  /// To be called at the end of the file: passes on records that are still held back. False as
  /// `text`.
  bool finish();
  /// Whether more records are wanted, of this input or another.
  bool wants_more() const { return wants_more_; }

 private:
  bool add(Record&& record, std::size_t bytes);
  bool hand_over(Record&& record);
  bool settle();
  Message oversized_message() const;
  void report(Diagnostic::Severity severity, std::string locator, std::size_t line, Message message,
              Message hint = {});

  std::shared_ptr<Origin> origin_;
  const ReadOptions& options_;
  const RecordHandler& handler_;
  std::vector<Record> sample_;
  std::size_t sample_bytes_ = 0;
  bool settled_ = false;
  bool ended_ = false;
  bool wants_more_ = true;
  std::size_t last_line_ = 0;
  std::size_t last_ordinal_ = 0;
};

/// `256 MB`, for people.
Message megabytes(std::size_t bytes);

/// `kompas.warc.gz@8112`: a record by its offset.
std::string locator_at(const Origin& origin, std::uint64_t offset);

}  // namespace kliping::indexer
