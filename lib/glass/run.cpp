// SPDX-License-Identifier: GPL-3.0-or-later
#include "run.hpp"

#include "pack.hpp"

namespace kliping::glass {

void Run::add(std::string_view key, std::uint32_t document, std::uint32_t wdf,
              std::string_view payload) {
  const std::uint32_t number = keys_.number_of(key);
  if (number == lists_.size()) lists_.emplace_back();
  List& list = lists_[number];
  char head[3 * max_varint_bytes];
  char* end = put_varint(head, document - list.last_document);
  end = put_varint(end, wdf);
  end = put_varint(end, payload.size());
  const auto head_bytes = static_cast<std::size_t>(end - head);
  chains_.append(list.chain, {head, head_bytes});
  chains_.append(list.chain, payload);
  list.last_document = document;
  ++list.entries;
  list.payloads += !payload.empty();
  list.total_wdf += wdf;
  list.bytes += head_bytes + payload.size();
}

std::size_t Run::bytes() const noexcept {
  return keys_.bytes() + lists_.capacity() * sizeof(List) + chains_.bytes();
}

void Run::write(SpillFile& file) const {
  std::string head;
  for (const std::uint32_t number : keys_.in_order()) {
    const List& list = lists_[number];
    head.clear();
    append_string(head, keys_.key(number));
    append_varint(head, list.entries);
    append_varint(head, list.total_wdf);
    append_varint(head, list.payloads);
    append_varint(head, list.bytes);
    file.write(head);
    chains_.read(list.chain, [&file](std::string_view bytes) { file.write(bytes); });
  }
  file.flush();
}

}  // namespace kliping::glass
