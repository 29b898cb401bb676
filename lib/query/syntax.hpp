// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kliping/date_range.hpp"
#include "kliping/schema.hpp"
#include "kliping/span.hpp"

namespace kliping {

/// Where a word is looked for.
enum class Scope : std::uint8_t { anywhere, title, body };

/// A query as it was written, understood but not yet looked at by any language rule.
struct Node {
  enum class Kind : std::uint8_t {
    sequence,    ///< side by side; joined by the operator that the caller chose, AND by default
    all,         ///< AND
    any,         ///< OR
    require,     ///< `+`: one child
    exclude,     ///< `-`, NOT: one child
    word,        ///< any form of it
    exact_word,  ///< `=word`: this form alone
    prefix,      ///< `word*`
    pattern,     ///< `*word`, `w?rd`
    fuzzy,       ///< `word~`: words spelt similarly
    phrase,
    near,    ///< two words at most `distance` apart, in any order
    filter,  ///< a field that is compared whole
    dates,
  };

  Kind kind = Kind::sequence;
  Scope scope = Scope::anywhere;
  schema::Field field = schema::Field::body;
  /// Where it stands in the query, operators and quotes included.
  Span span{};
  /// Of a leaf: the word or words, or the value; a view into the query.
  std::string_view text{};
  /// Of a phrase: how many other words may stand between its own. Of `near`: how far the words may
  /// be apart; neighbours have distance 1. Of a fuzzy word: how many edits are allowed.
  unsigned distance = 0;
  DateRange dates{};
  std::vector<Node> children{};
  /// Of a prefix, pattern or fuzzy word, and of a word beside NEAR: the words of the index that it
  /// stands for, filled in by `expand_patterns`.
  std::vector<std::string> words{};
  /// Of a prefix, pattern or fuzzy word: a factor for the weight of each of `words`, with which it
  /// weighs like one word that is in all of their articles.
  std::vector<double> factors{};
};

/// Nesting deeper than this is refused.
inline constexpr std::size_t max_nesting = 50;
/// The largest `distance` of a phrase or NEAR.
inline constexpr unsigned max_word_distance = 100;
/// A longer query is refused; the longest articles fit.
inline constexpr std::size_t max_query_bytes = 256 * 1024;

/// The tree of a query; its leaves are views of `query`. A query without words gives an empty
/// sequence. Throws an Error that shows the query, the spot and a way on. Takes linear time.
Node parse_query(std::string_view query, Today today);

/// Words side by side, whatever signs they hold: `--literal`.
Node parse_literal(std::string_view query);

/// The tree on one line: `(korea & utara) | "kim jong un"`.
std::string draw(const Node& node);

}  // namespace kliping
