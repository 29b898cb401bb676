// SPDX-License-Identifier: GPL-3.0-or-later
#include <simdjson.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "kliping/analysis/analyzer.hpp"
#include "lib/analysis/token_laws.hpp"

namespace {

void require(bool law) {
  if (!law) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  const bool valid = simdjson::validate_utf8(text);
  const kliping::Analyzer analyzer;
  kliping::TokenList list;
  analyzer.analyze(text, list);
  require(kliping::test::broken_law(text, valid, list).empty());
  kliping::TokenList again;
  analyzer.analyze(text, again);
  require(kliping::test::same(list, again));
  analyzer.analyze_query(text, list);
  require(kliping::test::broken_law(text, valid, list).empty() && list.furniture.empty());
  return 0;
}
