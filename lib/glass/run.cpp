// SPDX-License-Identifier: GPL-3.0-or-later
#include "run.hpp"

#include "memory_use.hpp"
#include "pack.hpp"
#include "short_bytes.hpp"

namespace kliping::glass {

/// The end of each list is somewhere else in memory, behind three accesses that depend on one
/// another: hash table, list, slice. All entries of the document go through the first access, then
/// all through the next, each prefetched, so that the waits for memory overlap.
void Run::add(std::uint32_t document, std::span<const Entry> entries) {
  constexpr std::size_t ahead = 12;
  numbers_.resize(entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) numbers_[i] = keys_.hash_ahead(entries[i].key);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    numbers_[i] = keys_.number_of(entries[i].key, numbers_[i]);
    if (numbers_[i] == lists_.size()) lists_.emplace_back();
    __builtin_prefetch(&lists_[numbers_[i]], 1);
  }
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (i + ahead < entries.size()) chains_.fetch_ahead(lists_[numbers_[i + ahead]].chain);
    append(lists_[numbers_[i]], document, entries[i]);
  }
}

void Run::append(List& list, std::uint32_t document, const Entry& entry) {
  char bytes[3 * max_varint_bytes + ByteChains::short_bytes];
  char* end = put_varint(bytes, document - list.last_document);
  end = put_varint(end, entry.wdf);
  end = put_varint(end, entry.payload.size());
  const auto head_bytes = static_cast<std::size_t>(end - bytes);
  const std::size_t size = head_bytes + entry.payload.size();
  if (size <= ByteChains::short_bytes) {
    put_bytes(end, entry.payload);
    chains_.append_short(list.chain, bytes, size);
  } else {
    chains_.append(list.chain, {bytes, head_bytes});
    chains_.append(list.chain, entry.payload);
  }
  list.last_document = document;
  list.total_wdf += entry.wdf;
  ++list.entries;
  if (!entry.payload.empty()) list.has_payloads = true;
}

std::size_t Run::bytes() const noexcept {
  return keys_.bytes() + bytes_with_growth(lists_) + chains_.bytes();
}

/// Sorted by key, the lists are scattered over memory, so those that come next are prefetched.
void Run::write(SpillFile& file) const {
  constexpr std::size_t ahead = 8;
  std::string head;
  const std::vector<std::uint32_t> order = keys_.in_order();
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i + 2 * ahead < order.size()) __builtin_prefetch(&lists_[order[i + 2 * ahead]]);
    if (i + ahead < order.size()) chains_.fetch_begin(lists_[order[i + ahead]].chain);
    const std::uint32_t number = order[i];
    const List& list = lists_[number];
    head.clear();
    append_string(head, keys_.key(number));
    append_varint(head, list.entries);
    append_varint(head, list.total_wdf);
    append_varint(head, list.has_payloads ? 1 : 0);
    append_varint(head, ByteChains::size(list.chain));
    file.write(head);
    chains_.read(list.chain, [&file](std::string_view bytes) { file.write(bytes); });
  }
  file.flush();
}

}  // namespace kliping::glass
