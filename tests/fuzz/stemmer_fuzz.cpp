// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "kliping/analysis/stemmer.hpp"

/// Any bytes are a word: its root is not empty, the same twice, and the one that is explained.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view word{reinterpret_cast<const char*>(data), size};
  kliping::RootBuffer buffer;
  kliping::RootBuffer again;
  const std::string_view root = kliping::stem(word, buffer);
  if (root.empty() != word.empty()) std::abort();
  if (root != kliping::stem(word, again)) std::abort();
  if (root != kliping::explain_stem(word).root) std::abort();
  return 0;
}
