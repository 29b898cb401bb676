// SPDX-License-Identifier: GPL-3.0-or-later
// A slow, obvious matcher must agree with the query builder and Xapian on which articles match.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

#include "searcher/matcher.hpp"
#include "test_index.hpp"

using namespace kliping;
using namespace kliping::searcher;

namespace {

// Words that the stemmer leaves alone or joins, and that are no names of one another.
constexpr const char* vocabulary[] = {"banjir", "membanjiri", "pasar", "sawah",
                                      "jalan",  "berjalan",   "kota",  "hujan"};

struct Reader {
  Analyzer analyzer;
  TokenList title;
  TokenList body;

  bool matches(const Node& node, const Article& article) {
    analyzer.analyze(article.title, title);
    analyzer.analyze(article.body, body);
    return holds(node);
  }

  bool holds(const Node& node) const {
    const auto all = [&](const Node& n) { return holds(n); };
    switch (node.kind) {
      case Node::Kind::sequence:
      case Node::Kind::all:
        return std::all_of(node.children.begin(), node.children.end(), all);
      case Node::Kind::any:
        return std::any_of(node.children.begin(), node.children.end(), all);
      case Node::Kind::require:
        return holds(node.children.front());
      case Node::Kind::exclude:
        return !holds(node.children.front());
      default:
        return leaf(node, title) || (node.scope == Scope::anywhere && leaf(node, body));
    }
  }

  static bool leaf(const Node& node, const TokenList& text) {
    TokenList asked;
    Analyzer{}.analyze_query(node.text, asked);
    const auto& words = asked.tokens;
    for (std::size_t i = 0; i + words.size() <= text.tokens.size(); ++i) {
      const auto same = [&](const Token& a, const Token& b) {
        return node.kind == Node::Kind::word ? a.root == b.root : a.word == b.word;
      };
      if (std::equal(words.begin(), words.end(), text.tokens.begin() + i, same)) return true;
    }
    return false;
  }
};

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}

  std::size_t below(std::size_t n) { return engine_() % n; }
  std::string word() { return vocabulary[below(std::size(vocabulary))]; }

  std::string text(std::size_t most) {
    std::string out;
    for (auto n = below(most); n > 0; --n) out += word() + ' ';
    return out;
  }

  std::string query(int depth) {
    switch (below(depth > 0 ? 9 : 4)) {
      case 0:
      case 1:
        return word();
      case 2:
        return "=" + word();
      case 3:
        return '"' + word() + ' ' + word() + '"';
      case 4:
        return "-" + operand(depth);
      case 5:
        return "judul:" + operand(depth);
      case 6:
        return query(depth - 1) + " OR " + query(depth - 1);
      case 7:
        return operand(depth) + " AND " + operand(depth);
      default:
        return query(depth - 1) + ' ' + query(depth - 1);
    }
  }

 private:
  std::string operand(int depth) { return '(' + query(depth - 1) + ')'; }

  std::mt19937 engine_;
};

}  // namespace

TEST_CASE("reference: which articles match 3,000 random queries") {
  const unsigned seed = std::random_device{}();
  MESSAGE("seed ", seed);
  Random random(seed);
  std::vector<Article> articles;
  for (int i = 0; i < 40; ++i) {
    articles.push_back(
        kliping::test::make_article(std::to_string(i), random.text(4), random.text(10)));
  }
  const kliping::test::TestIndex index(articles);
  Reader reader;
  for (int round = 0; round < 3'000; ++round) {
    const std::string query = random.query(3);
    CAPTURE(query);
    const Node tree = parse_query(query);
    const BuiltQuery built = QueryBuilder(Forms::all).build(tree, Operator::all);
    std::set<std::string> found, expected;
    for (const Match& m : match(index.database(), built, {.limit = 100}).page) {
      found.insert(identity_of(index.database(), m.document));
    }
    for (const Article& article : articles) {
      if (reader.matches(tree, article)) expected.insert(article.id);
    }
    CHECK(found == expected);
  }
}
