// SPDX-License-Identifier: GPL-3.0-or-later
#include "lane.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "position_list.hpp"
#include "short_bytes.hpp"

namespace kliping::glass {

namespace {

/// ByteChains addresses the bytes of a run by 32 bits.
constexpr std::size_t max_run_bytes = std::size_t{1} << 31;
constexpr std::size_t min_run_bytes = std::size_t{1} << 20;
/// Larger documents are not sampled: samples stay in memory until the build is finished.
constexpr std::size_t max_sample_bytes = std::size_t{1} << 18;
/// In terms: some megabytes of text. The buffers that grew for such a document are not kept.
constexpr std::uint64_t large_document_length = std::uint64_t{1} << 20;
constexpr std::uint32_t max_u32 = std::numeric_limits<std::uint32_t>::max();

/// Throws BuildError for what Xapian's API would refuse, and for what would leave a table out of
/// order. Terms out of order are found later, by append_termlist().
void check(const Document& document) {
  for (const Term& term : document.terms) {
    if (term.term.empty()) throw BuildError("an empty term");
    if (term.term.size() > max_term_bytes) throw BuildError("a term of over 245 bytes");
    const auto not_ascending = [](std::uint32_t a, std::uint32_t b) { return a >= b; };
    if (std::adjacent_find(term.positions.begin(), term.positions.end(), not_ascending) !=
        term.positions.end()) {
      throw BuildError("positions out of order");
    }
  }
  std::uint64_t next_slot = 0;
  for (const Value& value : document.values) {
    if (value.slot < next_slot) throw BuildError("slots out of order");
    if (value.value.empty()) throw BuildError("an empty value");
    next_slot = std::uint64_t{value.slot} + 1;
  }
  if (next_slot > max_u32) throw BuildError("slot 2^32 - 1, which means none");
}

std::uint64_t length_of(const Document& document) {
  std::uint64_t length = 0;
  for (const Term& term : document.terms) length += term.wdf;
  if (length > max_u32) throw BuildError("a document of 2^32 terms or more");
  return length;
}

}  // namespace

void LaneCounts::add(const LaneCounts& other) {
  postings += other.postings;
  position_lists += other.position_lists;
  total_length += other.total_length;
  max_wdf = std::max(max_wdf, other.max_wdf);
  max_length = std::max(max_length, other.max_length);
  if (min_length == 0 || (other.min_length != 0 && other.min_length < min_length)) {
    min_length = other.min_length;
  }
}

Lane::Impl::Impl(const BuildSettings& settings, DocumentTables& tables, unsigned number)
    : tables_(tables),
      run_bytes_(std::clamp(settings.memory_bytes / settings.lanes, min_run_bytes, max_run_bytes)),
      max_samples_((settings.samples + settings.lanes - 1) / settings.lanes),
      file_(settings.folder),
      random_(number + 1) {}

void Lane::Impl::begin_batch(std::uint64_t number) {
  if (batch_) throw BuildError("a batch begins within another");
  // The documents of a run must ascend, so a batch with a lower number than the last begins a new
  // run.
  if (!extents_.empty() && extents_.back().batch > number) write_run();
  batch_ = number;
  encoded_ = {};
  extents_.push_back({number, 0, 0});
}

void Lane::Impl::add(const Document& document) {
  if (!batch_) throw BuildError("a document outside a batch");
  check(document);
  const std::uint64_t length = length_of(document);
  sample(document);
  encoded_.add(document, length);
  add_to_run(document, length);
  count(document, length);
  ++extents_.back().documents;
  ++run_documents_;
  if (run_->bytes() >= run_bytes_) {
    write_run();
    extents_.push_back({*batch_, encoded_.size(), 0});
  }
  if (length >= large_document_length) {
    entries_ = {};
    arena_ = {};
  }
}

void Lane::Impl::add_to_run(const Document& document, std::uint64_t length) {
  entries_.clear();
  arena_.clear();
  entries_.push_back({lengths_key, static_cast<std::uint32_t>(length), {}});
  for (const Term& term : document.terms) {
    entries_.push_back({escaped(term.term), term.wdf, encoded(term.positions)});
  }
  for (const Value& value : document.values) {
    bytes_ = values_key(value.slot);
    entries_.push_back({arena_.keep(bytes_), 0, value.value});
    slots_[value.slot].add(value.value);
  }
  if (!run_) run_.emplace();
  run_->add(run_documents_, entries_);
}

std::string_view Lane::Impl::escaped(std::string_view term) {
  if (!has_zero_byte(term)) return term;
  bytes_.clear();
  append_escaped(bytes_, term);
  if (bytes_.size() > max_key_bytes) throw BuildError("a term of too many zero bytes");
  return arena_.keep(bytes_);
}

std::string_view Lane::Impl::encoded(std::span<const std::uint32_t> positions) {
  if (positions.empty()) return {};
  char* const room = arena_.room(max_position_list_bytes(positions.size()));
  return arena_.keep_until(put_position_list(room, positions));
}

void Lane::Impl::count(const Document& document, std::uint64_t length) {
  LaneCounts counts{.postings = document.terms.size(), .total_length = length};
  counts.min_length = counts.max_length = static_cast<std::uint32_t>(length);
  for (const Term& term : document.terms) {
    counts.position_lists += !term.positions.empty();
    counts.max_wdf = std::max(counts.max_wdf, term.wdf);
  }
  counts_.add(counts);
}

/// Reservoir sampling (Vitter's algorithm R, 1985): every document of usual size is as likely to be
/// kept.
void Lane::Impl::sample(const Document& document) {
  if (document.data.size() > max_sample_bytes) return;
  const std::uint64_t place =
      samples_.size() < max_samples_
          ? samples_.size()
          : std::uniform_int_distribution<std::uint64_t>(0, documents_)(random_);
  ++documents_;
  if (place >= max_samples_) return;
  if (place == samples_.size()) samples_.emplace_back();
  samples_[place] = {*batch_, encoded_.size(), copy_of(document)};
}

void Lane::Impl::end_batch() {
  tables_.submit(batch_.value(), std::move(encoded_));
  batch_.reset();
}

void Lane::Impl::write_run() {
  if (run_) {
    const std::uint64_t begin = file_.size();
    run_->write(file_);
    spilled_.push_back({begin, file_.size(), std::move(extents_)});
  }
  run_.reset();
  extents_.clear();
  run_documents_ = 0;
}

void Lane::Impl::finish() {
  if (batch_) throw BuildError("a batch has not ended");
  write_run();
}

void Lane::Impl::collect(std::vector<WrittenRun>& runs, std::vector<Sample>& samples) const {
  const auto& first_docids = tables_.first_docids();
  for (const SpilledRun& spilled : spilled_) {
    WrittenRun run{&file_, spilled.begin, spilled.end, {}};
    for (const Extent& extent : spilled.extents) {
      const std::uint32_t first = first_docids.at(extent.batch) + extent.first;
      for (std::uint32_t i = 0; i < extent.documents; ++i) run.docids.push_back(first + i);
    }
    runs.push_back(std::move(run));
  }
  for (const auto& [batch, index, document] : samples_) {
    samples.push_back({first_docids.at(batch) + index, document});
  }
}

Lane::Lane(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Lane::~Lane() = default;

void Lane::begin_batch(std::uint64_t number) {
  impl_->begin_batch(number);
}

void Lane::add(const Document& document) {
  impl_->add(document);
}

void Lane::end_batch() {
  impl_->end_batch();
}

}  // namespace kliping::glass
