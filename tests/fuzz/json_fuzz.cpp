// SPDX-License-Identifier: GPL-3.0-or-later
// Law: any bytes read as JSON records end, and give articles with an identity and a text.
#include "read_bytes.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  kliping::fuzz::read_bytes(bytes, kliping::indexer::Format::jsonl);
  kliping::fuzz::read_bytes(bytes, kliping::indexer::Format::json);
  return 0;
}
