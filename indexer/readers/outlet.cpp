// SPDX-License-Identifier: GPL-3.0-or-later
#include "outlet.hpp"

#include <fmt/format.h>

#include <utility>

#include "sample.hpp"

namespace kliping::indexer {

namespace {
constexpr std::size_t sample_records = 1000;
constexpr std::size_t sample_max_bytes = std::size_t{1} << 20;

/// Pages and texts stand for themselves, also where a crawl keeps them in one file.
bool shares_something(Format format) {
  return format != Format::text && format != Format::html && format != Format::markdown &&
         format != Format::warc;
}
}  // namespace

Outlet::Outlet(Origin origin, const ReadOptions& options, const RecordHandler& handler)
    : origin_(std::make_shared<Origin>(std::move(origin))), options_(options), handler_(handler) {}

bool Outlet::text(std::size_t line, std::string&& bytes) {
  const std::size_t size = bytes.size();
  Record record;
  record.line = line;
  record.bytes = std::move(bytes);
  return add(std::move(record), size);
}

bool Outlet::text_at(std::uint64_t offset, std::string&& bytes) {
  const std::size_t size = bytes.size();
  Record record;
  record.offset = offset;
  record.bytes = std::move(bytes);
  return add(std::move(record), size);
}

bool Outlet::row(std::size_t line, std::vector<std::string>&& fields) {
  std::size_t size = 0;
  for (const std::string& field : fields) size += field.size();
  Record record;
  record.line = line;
  record.fields = std::move(fields);
  return add(std::move(record), size);
}

bool Outlet::add(Record&& record, std::size_t bytes) {
  if (ended_) return false;
  last_ordinal_ = record.line == last_line_ ? last_ordinal_ + 1 : 1;
  last_line_ = record.line;
  record.ordinal = last_ordinal_;
  record.origin = origin_;
  if (settled_) return hand_over(std::move(record));
  sample_.push_back(std::move(record));
  sample_bytes_ += bytes;
  if (shares_something(origin_->format) && sample_.size() < sample_records &&
      sample_bytes_ < sample_max_bytes)
    return true;
  return settle();
}

bool Outlet::hand_over(Record&& record) {
  wants_more_ = handler_.record(std::move(record));
  ended_ = !wants_more_;
  return wants_more_;
}

bool Outlet::settle() {
  settled_ = true;
  std::vector<Diagnostic> findings;
  ended_ = !study_sample(sample_, options_, *origin_, findings);
  for (Diagnostic& finding : findings)
    if (handler_.diagnostic) handler_.diagnostic(std::move(finding));
  for (Record& record : sample_) {
    if (ended_) break;
    hand_over(std::move(record));
  }
  sample_ = {};
  return !ended_;
}

bool Outlet::finish() {
  if (!settled_) settle();
  return !ended_;
}

void Outlet::report(Diagnostic::Severity severity, std::string locator, std::size_t line,
                    Message message, Message hint) {
  if (handler_.diagnostic)
    handler_.diagnostic({severity, std::move(locator), line, std::move(message), std::move(hint)});
}

void Outlet::note(std::size_t line, Message message, Message hint) {
  report(Diagnostic::Severity::note, origin_->locator, line, std::move(message), std::move(hint));
}

void Outlet::warn(Message message, Message hint) {
  report(Diagnostic::Severity::warning, origin_->locator, 0, std::move(message), std::move(hint));
}

void Outlet::fault(std::size_t line, Message message, Message hint) {
  report(Diagnostic::Severity::error, origin_->locator, line, std::move(message), std::move(hint));
}

void Outlet::fault_at(std::uint64_t offset, Message message, Message hint) {
  report(Diagnostic::Severity::error, locator_at(*origin_, offset), 0, std::move(message),
         std::move(hint));
}

void Outlet::oversized(std::size_t line) {
  fault(line, oversized_message(), message("--max-size takes larger ones"));
}

void Outlet::oversized_at(std::uint64_t offset) {
  fault_at(offset, oversized_message(), message("--max-size takes larger ones"));
}

Message Outlet::oversized_message() const {
  return message("a record of more than {}", megabytes(options_.max_record_bytes));
}

std::string locator_at(const Origin& origin, std::uint64_t offset) {
  return fmt::format("{}@{}", origin.locator, offset);
}

Message megabytes(std::size_t bytes) {
  constexpr std::size_t mega = std::size_t{1} << 20;
  return bytes < mega ? message("{} bytes", bytes) : message("{} MB", bytes / mega);
}

}  // namespace kliping::indexer
