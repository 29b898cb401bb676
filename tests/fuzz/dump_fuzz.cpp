// SPDX-License-Identifier: GPL-3.0-or-later
// What is read from a dump is dumped and read the same again.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "dumped_article.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kliping::indexer;
  const auto article = read_dumped({reinterpret_cast<const char*>(data), size});
  if (!article) return 0;
  const auto again = read_dumped(dumped(*article));
  if (!again || *again != *article) std::abort();
  return 0;
}
