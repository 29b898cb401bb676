// SPDX-License-Identifier: GPL-3.0-or-later
// Law: any bytes read as Markdown end, and give articles with an identity and a text.
#include "read_bytes.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  kliping::fuzz::read_bytes({reinterpret_cast<const char*>(data), size},
                            kliping::indexer::Format::markdown);
  return 0;
}
