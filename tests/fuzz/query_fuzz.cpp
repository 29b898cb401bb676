// SPDX-License-Identifier: GPL-3.0-or-later
// Law: any bytes are a query or an Error, literally or with operators, and a query can be built. To
// build one costs ten times its parsing, so what is read alike both ways is built once.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

#include "kliping/error.hpp"
#include "query/query_builder.hpp"
#include "query/syntax.hpp"

using namespace kliping;

namespace {

constexpr Today today = std::chrono::year{2019} / 4 / 25;

void build(const Node& tree) {
  const BuiltQuery built = QueryBuilder(Forms::all).build(tree, Operator::automatic);
  if (built.query.empty() && !built.relaxed.empty()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view query(reinterpret_cast<const char*>(data), size);
  std::string drawn;
  for (const bool literally : {false, true}) {
    try {
      const Node tree = literally ? parse_literal(query) : parse_query(query, today);
      if (tree.kind != Node::Kind::sequence) std::abort();
      std::string drawing = draw(tree);
      if (literally && drawing == drawn) continue;
      drawn = std::move(drawing);
      build(tree);
    } catch (const Error&) {
    }
  }
  return 0;
}
