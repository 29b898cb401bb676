// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <utility>

#include "searcher/query_builder.hpp"

namespace kliping::searcher {

namespace {

using Xapian::Query;

/// OP_MAX looks at each of its parts for every article: few of them at every level of a tree.
Query best_of(std::vector<Query> parts) {
  constexpr std::size_t branches = 8;
  while (parts.size() > 1) {
    std::vector<Query> joined;
    for (std::size_t i = 0; i < parts.size(); i += branches) {
      const auto begin = parts.begin() + static_cast<std::ptrdiff_t>(i);
      const auto size = std::min(branches, parts.size() - i);
      joined.emplace_back(Query::OP_MAX, begin, begin + static_cast<std::ptrdiff_t>(size));
    }
    parts = std::move(joined);
  }
  return parts.front();
}

}  // namespace

Xapian::Query QueryBuilder::pattern(const Node& tree) {
  if (!excluded_) wanted_.words.insert(wanted_.words.end(), tree.words.begin(), tree.words.end());
  return expanded(tree);
}

Xapian::Query QueryBuilder::prefix(const Node& tree) {
  if (!excluded_) wanted_.prefixes.push_back(fold(tree.text));
  return expanded(tree);
}

/// Any of the words, weighing as the best of them does. OP_SYNONYM would weigh by estimates that
/// differ from shard to shard.
Xapian::Query QueryBuilder::expanded(const Node& tree) {
  charge(prefix_cost);
  const std::string_view field = tree.scope == Scope::title ? schema::prefix::title : "";
  ranked_ = true;
  std::vector<Query> words;
  for (std::size_t i = 0; i < tree.words.size(); ++i) {
    words.push_back(Query{std::string{field}.append(tree.words[i])} * tree.factors[i]);
  }
  // No word has a sign in it: this finds nothing, and is not taken for nothing asked.
  if (words.empty()) return Query{std::string{field}.append(tree.text) + "*"};
  return best_of(std::move(words));
}

}  // namespace kliping::searcher
