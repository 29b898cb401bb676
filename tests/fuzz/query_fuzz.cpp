// SPDX-License-Identifier: GPL-3.0-or-later
// Law: any bytes are a query or an Error, literally or with operators, and a query can be built.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "kliping/error.hpp"
#include "query/query_builder.hpp"
#include "query/syntax.hpp"

using namespace kliping;

namespace {

constexpr Today today = std::chrono::year{2019} / 4 / 25;

Node parse_operators(std::string_view query) {
  return parse_query(query, today);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view query(reinterpret_cast<const char*>(data), size);
  for (Node (*const parse)(std::string_view) : {parse_operators, parse_literal}) {
    try {
      const Node tree = parse(query);
      if (tree.kind != Node::Kind::sequence) std::abort();
      (void)draw(tree);
      const BuiltQuery built = QueryBuilder(Forms::all).build(tree, Operator::automatic);
      if (built.query.empty() && !built.relaxed.empty()) std::abort();
    } catch (const Error&) {
    }
  }
  return 0;
}
