// SPDX-License-Identifier: GPL-3.0-or-later
#include "outlet.hpp"

#include <fmt/format.h>

#include <utility>

#include "sample.hpp"

namespace kliping::indexer {

namespace {
constexpr std::size_t sample_records = 1000;
constexpr std::size_t sample_max_bytes = std::size_t{1} << 20;
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
  if (settled_) {
    ended_ = !handler_.record(std::move(record));
    return !ended_;
  }
  sample_.push_back(std::move(record));
  sample_bytes_ += bytes;
  const bool whole_file = origin_->format == Format::text || origin_->format == Format::html;
  if (!whole_file && sample_.size() < sample_records && sample_bytes_ < sample_max_bytes)
    return true;
  return settle();
}

bool Outlet::settle() {
  settled_ = true;
  std::vector<Diagnostic> findings;
  ended_ = !study_sample(sample_, options_, *origin_, findings);
  for (Diagnostic& finding : findings)
    if (handler_.diagnostic) handler_.diagnostic(std::move(finding));
  for (Record& record : sample_) {
    if (ended_) break;
    ended_ = !handler_.record(std::move(record));
  }
  sample_ = {};
  return !ended_;
}

bool Outlet::finish() {
  if (!settled_) settle();
  return !ended_;
}

void Outlet::note(std::size_t line, std::string message, std::string hint) {
  if (handler_.diagnostic)
    handler_.diagnostic(
        {Diagnostic::Severity::note, origin_->locator, line, std::move(message), std::move(hint)});
}

void Outlet::fault(std::size_t line, std::string message, std::string hint) {
  if (handler_.diagnostic)
    handler_.diagnostic(
        {Diagnostic::Severity::error, origin_->locator, line, std::move(message), std::move(hint)});
}

void Outlet::oversized(std::size_t line) {
  fault(line, "a record of more than " + megabytes(options_.max_record_bytes));
}

std::string megabytes(std::size_t bytes) {
  constexpr std::size_t mega = std::size_t{1} << 20;
  return bytes < mega ? fmt::format("{} bytes", bytes) : fmt::format("{} MB", bytes / mega);
}

}  // namespace kliping::indexer
