// SPDX-License-Identifier: GPL-3.0-or-later
// Law: any bytes are a tree that can be drawn, or an Error that shows the query, with operators or
// literally. Trees alone, without the queries built of them (query_fuzz.cpp), at ten times the
// pace.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "kliping/error.hpp"
#include "query/syntax.hpp"

using namespace kliping;

namespace {

constexpr Today today = std::chrono::year{2019} / 4 / 25;

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view query(reinterpret_cast<const char*>(data), size);
  try {
    const Node tree = parse_query(query, today);
    if (tree.kind != Node::Kind::sequence) std::abort();
    (void)draw(tree);
  } catch (const Error& error) {
    if (error.message().empty()) std::abort();
  }
  if (parse_literal(query).kind != Node::Kind::sequence) std::abort();
  return 0;
}
