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

/// What the query asks for in words, told apart from how: highlights follow it.
struct Wanted {
  /// Folded; sorted and unique after `build`.
  std::vector<std::string> roots;
  std::vector<std::string> words;
  std::vector<std::string> prefixes;
  /// Words of each quoted phrase, in order.
  std::vector<std::vector<std::string>> phrases;
  /// Of these words and phrases (with spaces between), other names of what was asked for: an
  /// article may well do without them.
  std::vector<std::string> names;

  bool empty() const {
    return roots.empty() && words.empty() && prefixes.empty() && phrases.empty();
  }
};

/// Another name that is looked for, too.
struct Expansion {
  std::string from;
  std::string to;
  /// That explain the one by the other; 0 where our table or a way of writing does.
  std::uint32_t articles = 0;
  OtherName::Kind kind = OtherName::Kind::name;
};

struct BuiltQuery {
  Xapian::Query query;
  /// The same with its words optional, the articles with more of them first: each word adds
  /// `coordination_weight` to its relevance. Empty where nothing can be relaxed.
  Xapian::Query relaxed;
  /// Words and phrases that `relaxed` makes optional.
  std::size_t optional_count = 0;
  /// Whether anything in it is ranked; filters alone are not.
  bool ranked = false;
  Wanted wanted;
  std::vector<Expansion> expansions;
  /// Where duplicates are folded, those of this article are left out.
  Signature known{};
  /// What scores less does not match.
  double cutoff = 0;
};

/// More terms than this are refused: ranking by each of them would take seconds.
inline constexpr std::size_t max_query_terms = 1000;
/// A pattern (`word*`, `*word`, `w?rd`, `word~`) that stands for more words than this is refused.
inline constexpr Xapian::termcount max_prefix_words = 1000;
/// What a pattern counts as among the terms.
inline constexpr std::size_t prefix_cost = 50;

/// Added to an article's score for every optional word it has: over any sum of relevance.
inline constexpr double coordination_weight = 1e6;

/// Turns syntax trees into queries over the terms of kliping/schema.hpp. Throws Error for a query
/// of more than `max_query_terms`. Patterns are expanded before. Keeps buffers: one per thread.
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
  /// Nodes side by side, joined where a name of several words has another name.
  struct Unit {
    std::vector<const Node*> nodes;
    /// Other names of the whole unit; each a word or a phrase.
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
  /// Inside an exclusion nothing is highlighted or ranked.
  bool excluded_ = false;
  Wanted wanted_;
  std::vector<Expansion> expansions_;
  bool ranked_ = false;
  std::size_t terms_ = 0;
};

/// Articles whose field has this value, as `field:value` and `--filter` mean it.
Xapian::Query filter_query(schema::Field field, std::string_view value);

/// Articles of these days; those without a date are not among them.
Xapian::Query date_query(const DateRange& range);

}  // namespace kliping
