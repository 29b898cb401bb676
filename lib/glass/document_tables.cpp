// SPDX-License-Identifier: GPL-3.0-or-later
#include "document_tables.hpp"

#include <limits>

#include "kliping/glass/error.hpp"
#include "pack.hpp"
#include "short_bytes.hpp"

namespace kliping::glass {

namespace {

constexpr std::uint32_t max_packed_wdf = 126;
constexpr std::uint64_t max_byte = 255;
/// Two lengths, and a wdf of 32 bits.
constexpr std::size_t max_entry_overhead = 2 + 5;

bool ascend(std::string_view before, std::string_view term, std::size_t shared) {
  if (shared == term.size()) return false;
  return shared == before.size() ||
         static_cast<unsigned char>(before[shared]) < static_cast<unsigned char>(term[shared]);
}

}  // namespace

void append_termlist(std::string& out, std::span<const Term> terms, std::uint64_t length) {
  if (terms.empty()) return;
  append_varint(out, length);
  append_varint(out, terms.size());
  std::size_t most = 0;
  for (const Term& term : terms) most += term.term.size() + max_entry_overhead;
  const std::size_t begin = out.size();
  out.resize(begin + most);
  char* to = out.data() + begin;
  std::string_view before;
  for (const auto& [term, wdf, positions] : terms) {
    const std::size_t shared = shared_prefix(before, term);
    if (!ascend(before, term, shared)) throw BuildError("terms out of order");
    const std::uint64_t packed = (std::uint64_t{wdf} + 1) * (before.size() + 1) + shared;
    const bool first = before.empty();
    const bool wdf_packed = !first && wdf <= max_packed_wdf && packed <= max_byte;
    if (!first) *to++ = static_cast<char>(wdf_packed ? packed : shared);
    *to++ = static_cast<char>(term.size() - shared);
    to = put_bytes(to, term.substr(shared));
    if (!wdf_packed) to = put_varint(to, wdf);
    before = term;
  }
  out.resize(static_cast<std::size_t>(to - out.data()));
}

void append_slots_used(std::string& out, std::span<const Value> values) {
  std::uint32_t next = 0;
  for (const Value& value : values) {
    append_varint(out, value.slot - next);
    next = value.slot + 1;
  }
}

void EncodedBatch::add(const Document& document, std::uint64_t length) {
  Entry entry{};
  const auto bytes_since = [this](std::size_t begin) { return bytes_.size() - begin; };
  std::size_t begin = bytes_.size();
  append_termlist(bytes_, document.terms, length);
  entry.termlist_bytes = bytes_since(begin);
  begin = bytes_.size();
  append_slots_used(bytes_, document.values);
  entry.slots_bytes = static_cast<std::uint32_t>(bytes_since(begin));
  bytes_ += document.data;
  entry.data_bytes = document.data.size();
  entries_.push_back(entry);
}

DocumentTables::DocumentTables(const std::filesystem::path& folder, std::uint32_t block_bytes,
                               std::uint32_t first_docid)
    : termlist_(folder / "termlist.glass", block_bytes, WhenEmpty::written, Growth::at_the_end),
      docdata_(folder / "docdata.glass", block_bytes, WhenEmpty::omitted, Growth::at_the_end),
      first_docids_{first_docid} {}

void DocumentTables::submit(std::uint64_t number, EncodedBatch&& batch) {
  const std::lock_guard lock(mutex_);
  waiting_.emplace(number, std::move(batch));
  for (auto at = waiting_.begin(); at != waiting_.end() && at->first == first_docids_.size() - 1;
       at = waiting_.erase(at)) {
    write(at->second);
  }
}

void DocumentTables::write(const EncodedBatch& batch) {
  std::uint32_t docid = first_docids_.back();
  if (batch.size() > std::numeric_limits<std::uint32_t>::max() - docid) {
    throw BuildError("more documents than there are document ids");
  }
  std::string_view rest = batch.bytes_;
  const auto take = [&rest](std::size_t bytes) {
    const std::string_view taken = rest.substr(0, bytes);
    rest.remove_prefix(bytes);
    return taken;
  };
  for (const EncodedBatch::Entry& entry : batch.entries_) {
    key_.clear();
    append_sortable(key_, docid++);
    termlist_.add(key_, take(entry.termlist_bytes));
    const std::string_view slots = take(entry.slots_bytes);
    const std::string_view data = take(entry.data_bytes);
    if (!data.empty()) docdata_.add(key_, data);
    key_ += '\0';
    if (!slots.empty()) termlist_.add(key_, slots);
  }
  first_docids_.push_back(docid);
}

DocumentTables::Roots DocumentTables::finish() {
  if (!waiting_.empty()) throw BuildError("a batch is missing");
  return {termlist_.finish(), docdata_.finish()};
}

}  // namespace kliping::glass
