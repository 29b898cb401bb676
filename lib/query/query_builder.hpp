// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kliping/analysis/analyzer.hpp"
#include "kliping/database.hpp"
#include "kliping/near_duplicate.hpp"
#include "kliping/search.hpp"
#include "query/body_scope.hpp"
#include "query/learned_names.hpp"
#include "query/syntax.hpp"

namespace kliping {

/// The words that a query asks for, which are highlighted in what is found. All are folded; after
/// `build` the lists but `phrases` are sorted and have each entry once.
struct Wanted {
  std::vector<std::string> roots;
  std::vector<std::string> words;
  std::vector<std::string> prefixes;
  /// Words of each quoted phrase, in order.
  std::vector<std::vector<std::string>> phrases;
  /// Those among these words and phrases (joined by spaces) that are other names for what was asked
  /// for. An article that lacks them still answers the query.
  std::vector<std::string> names;

  bool empty() const {
    return roots.empty() && words.empty() && prefixes.empty() && phrases.empty();
  }
};

/// Another name that is looked for as well.
struct Expansion {
  /// The words of the query, and the other name.
  std::string from;
  std::string to;
  /// How many articles explain one by the other; 0 if the name is from the built-in table or is
  /// another way of writing.
  std::uint32_t articles = 0;
  OtherName::Kind kind = OtherName::Kind::name;
};

struct BuiltQuery {
  Xapian::Query query;
  /// The same query with its words optional. Each word adds `coordination_weight` to its relevance,
  /// so that articles with more of the words rank first. Empty if nothing can be relaxed.
  Xapian::Query relaxed;
  /// Words and phrases that `relaxed` makes optional.
  std::size_t optional_count = 0;
  /// Whether scores mean anything: a query of filters alone ranks nothing.
  bool ranked = false;
  Wanted wanted;
  std::vector<Expansion> expansions;
  /// The article that `--similar` starts from: where duplicates collapse, its own are left out.
  Signature known{};
  /// Articles with a lower score do not match.
  double cutoff = 0;
};

/// A query of more terms is refused: ranking by each of them would take seconds.
inline constexpr std::size_t max_query_terms = 1000;
/// A pattern (`word*`, `*word`, `w?rd`, `word~`) that stands for more words is refused.
inline constexpr Xapian::termcount max_prefix_words = 1000;
/// How many terms a pattern counts as.
inline constexpr std::size_t prefix_cost = 50;

/// Added to an article's score for every optional word that it has. Larger than any sum of
/// relevance, so that the number of words decides first.
inline constexpr double coordination_weight = 1e6;

/// Turns syntax trees, whose patterns are expanded (vocabulary.hpp), into queries over the terms of
/// kliping/schema.hpp. Throws Error for a query of more than `max_query_terms`. It reuses buffers,
/// so each thread needs its own.
class QueryBuilder {
 public:
  explicit QueryBuilder(Forms forms, Synonyms synonyms = Synonyms::used, Analyzer analyzer = {},
                        LearnedNames learned = {}, Positions positions = Positions::kept,
                        BodyScope bodies = {})
      : analyzer_(std::move(analyzer)),
        learned_(std::move(learned)),
        forms_(forms),
        synonyms_(synonyms),
        positions_(positions),
        bodies_(std::move(bodies)) {}

  BuiltQuery build(const Node& tree, Operator op);

 private:
  /// A word with its other names; or several words side by side that together are one name with
  /// other names; or any other node.
  struct Unit {
    std::vector<const Node*> nodes;
    /// Other names of the whole unit, each a list of words.
    std::vector<std::vector<std::string>> names;
  };

  std::vector<Unit> units(const Node& tree);
  void add_named(const std::vector<Node>& words, std::size_t first, std::size_t last,
                 std::vector<Unit>& out);
  Xapian::Query unit(const Unit& unit, Operator op);
  Xapian::Query other_name(const std::vector<std::string>& name);
  Xapian::Query node(const Node& tree);
  static bool is_optional(const Unit& unit);
  Xapian::Query list(const Node& tree, Operator op);
  Xapian::Query leaf(const Node& tree);
  Xapian::Query words(const Node& tree, Forms forms);
  Xapian::Query parts(std::span<const Token> tokens, Scope scope, Forms forms);
  Xapian::Query word(const Token& token, Scope scope, Forms forms);
  Xapian::Query phrase(std::string_view text, Scope scope, unsigned between);
  void require_positions(const Node& tree) const;
  Xapian::Query near(const Node& tree);
  Xapian::Query standing(const std::vector<BodyScope::Alternatives>& steps, Scope scope,
                         Xapian::termcount window) const;
  Xapian::Query beside_numbers(const Node& tree);
  Xapian::Query within(Scope scope, const Xapian::Query& wanted, std::string_view prefix,
                       std::string_view title_prefix, std::string_view word) const;
  void add_steps(const Node& word, std::vector<Xapian::Query>& steps);
  Xapian::Query prefix(const Node& tree);
  Xapian::Query pattern(const Node& tree);
  Xapian::Query expanded(const Node& tree);
  void relax(const Node& tree, BuiltQuery& built);
  void charge(std::size_t terms);

  std::vector<OtherName> names_of(std::string_view text) const;

  Analyzer analyzer_;
  LearnedNames learned_;
  TokenList tokens_;
  Forms forms_;
  Synonyms synonyms_;
  Positions positions_;
  BodyScope bodies_;
  Operator op_ = Operator::all;
  /// Whether the node is inside an exclusion, where nothing is highlighted or ranked.
  bool excluded_ = false;
  Wanted wanted_;
  std::vector<Expansion> expansions_;
  bool ranked_ = false;
  std::size_t terms_ = 0;
};

/// Articles whose field has this value, as `field:value` and `--filter` mean it.
Xapian::Query filter_query(schema::Field field, std::string_view value);

/// Articles of these days. An article without a date matches no range.
Xapian::Query date_query(const DateRange& range);

}  // namespace kliping
