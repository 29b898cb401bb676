// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "analysis/lexicon/draft.hpp"

namespace kliping::morphology {
namespace {

/// Mean entries a bucket: few enough to scan at once, enough to keep the bucket table small.
constexpr std::size_t bucket_load = 1;

unsigned char byte(std::size_t value) {
  return static_cast<unsigned char>(value);
}

/// Where `root` lies in `word`, unless it does not. Only forms use a restored consonant: other
/// kinds need a root that is a view. What is not found is farther away than any place that fits.
bool place_in(std::string_view word, std::string_view root, EntryKind kind, unsigned char* header) {
  std::size_t at = word.find(root);
  if (at <= layout::skipped_mask) {
    header[1] = byte(at);
    header[2] = byte(root.size());
    return true;
  }
  if (kind != EntryKind::form || root.size() < 2) return false;
  at = word.find(root.substr(1));
  const auto letter =
      std::find(layout::restored_letters.begin() + 1, layout::restored_letters.end(), root.front());
  if (at > layout::skipped_mask || letter == layout::restored_letters.end()) return false;
  const auto code = static_cast<std::size_t>(letter - layout::restored_letters.begin());
  header[1] = byte((code << layout::restored_shift) | at);
  header[2] = byte(root.size());
  return true;
}

void append_entry(std::string_view word, const DraftEntry& entry, std::size_t licence_index,
                  std::vector<unsigned char>& out) {
  const std::string_view root = entry.root.empty() ? word : std::string_view{entry.root};
  unsigned char header[layout::header_bytes];
  header[0] = byte((static_cast<std::size_t>(entry.kind) << layout::kind_shift) | word.size());
  const bool placed = place_in(word, root, entry.kind, header);
  if (!placed) {
    header[1] = byte(layout::elsewhere << layout::restored_shift);
    header[2] = byte(root.size());
  }
  if (entry.hosts_clitics) header[2] |= layout::hosts_clitics;
  out.insert(out.end(), std::begin(header), std::end(header));
  out.insert(out.end(), word.begin(), word.end());
  if (entry.kind == EntryKind::head) {
    out.push_back(byte(licence_index & 0xFF));
    out.push_back(byte(licence_index >> 8));
  }
  if (!placed) out.insert(out.end(), root.begin(), root.end());
}

}  // namespace

PackedLexicon::PackedLexicon(const Draft& draft) {
  const std::size_t count = std::max<std::size_t>(1, draft.size() / bucket_load);
  std::vector<std::vector<const Draft::value_type*>> buckets(count);
  for (const auto& item : draft) {
    buckets[(std::uint64_t{hash_word(item.first)} * count) >> 32].push_back(&item);
    licences_.push_back(item.second.licences);
  }
  std::sort(licences_.begin(), licences_.end());
  licences_.erase(std::unique(licences_.begin(), licences_.end()), licences_.end());
  for (const auto& bucket : buckets) {
    buckets_.push_back(static_cast<std::uint32_t>(entries_.size()));
    for (const auto* item : bucket) {
      const auto found =
          std::lower_bound(licences_.begin(), licences_.end(), item->second.licences);
      append_entry(item->first, item->second, static_cast<std::size_t>(found - licences_.begin()),
                   entries_);
    }
  }
  buckets_.push_back(static_cast<std::uint32_t>(entries_.size()));
}

}  // namespace kliping::morphology
