// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/query_builder.hpp"

namespace kliping {

using Xapian::Query;

Xapian::Query QueryBuilder::pattern(const Node& tree) {
  if (!excluded_) wanted_.words.insert(wanted_.words.end(), tree.words.begin(), tree.words.end());
  return expanded(tree);
}

Xapian::Query QueryBuilder::prefix(const Node& tree) {
  if (!excluded_) wanted_.prefixes.push_back(fold(tree.text));
  return expanded(tree);
}

/// Any of the words, each weighing as a word as frequent as all of them. Of what Xapian 1.4.22 has
/// for this, OP_SYNONYM weighs by estimates that differ from shard to shard, and OP_MAX crashes on
/// shards that have none of the words.
Xapian::Query QueryBuilder::expanded(const Node& tree) {
  charge(prefix_cost);
  const std::string_view field = tree.scope == Scope::title ? schema::prefix::title : "";
  ranked_ = true;
  std::vector<Query> words;
  for (std::size_t i = 0; i < tree.words.size(); ++i) {
    const Query word{std::string{field}.append(tree.words[i])};
    words.push_back(within(tree.scope, word, "", schema::prefix::title, tree.words[i]) *
                    tree.factors[i]);
  }
  // No word has a sign in it: this finds nothing, and is not taken for nothing asked.
  if (words.empty()) return Query{std::string{field}.append(tree.text) + "*"};
  return {Query::OP_OR, words.begin(), words.end()};
}

}  // namespace kliping
