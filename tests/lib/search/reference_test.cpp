// SPDX-License-Identifier: GPL-3.0-or-later
// A slow, obvious matcher must agree with the query builder and Xapian on which articles match.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

#include "lib/test_index.hpp"
#include "query/vocabulary.hpp"
#include "search/matcher.hpp"

using namespace kliping;

namespace {

// Words that the stemmer leaves alone or joins, and that are no names of one another.
constexpr const char* vocabulary[] = {"banjir", "membanjiri", "pasar", "sawah",
                                      "jalan",  "berjalan",   "kota",  "hujan"};

struct Reader {
  Analyzer analyzer;
  TokenList title;
  TokenList body;
  std::string source;
  std::string day;

  bool matches(const Node& node, const Article& article) {
    analyzer.analyze(article.title, title);
    analyzer.analyze(article.body, body);
    source = article.source;
    day = article.date ? to_iso_day(*article.date) : "";
    return holds(node);
  }

  /// The tokens of a query's leaf.
  static std::vector<Token> asked(const Node& node, TokenList& list) {
    Analyzer{}.analyze_query(node.text, list);
    return list.tokens;
  }

  static bool same(const Node& node, const Token& a, const Token& b) {
    return node.kind == Node::Kind::word ? a.root == b.root : a.word == b.word;
  }

  /// One token each, as all words of the vocabulary are.
  static bool near(const Node& node, const TokenList& text) {
    TokenList left, right;
    const Token a = asked(node.children[0], left).front();
    const Token b = asked(node.children[1], right).front();
    for (const Token& x : text.tokens) {
      for (const Token& y : text.tokens) {
        const unsigned apart =
            x.position > y.position ? x.position - y.position : y.position - x.position;
        const bool close = apart > 0 && apart <= node.distance;
        if (close && same(node.children[0], a, x) && same(node.children[1], b, y)) return true;
      }
    }
    return false;
  }

  /// Words in their order, so many others in between at most.
  static bool loose(const Node& node, const TokenList& text) {
    TokenList list;
    const auto words = asked(node, list);
    const auto& tokens = text.tokens;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (tokens[i].word != words.front().word) continue;
      const std::size_t end = std::min(tokens.size(), i + words.size() + node.distance);
      std::size_t found = 1;
      for (std::size_t j = i + 1; j < end && found < words.size(); ++j) {
        found += tokens[j].word == words[found].word ? 1 : 0;
      }
      if (found == words.size()) return true;
    }
    return false;
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
      case Node::Kind::near:
        return near(node, title) || near(node, body);
      case Node::Kind::filter:
        return source == node.text;
      case Node::Kind::dates:
        return !day.empty() && day >= node.dates.first &&
               (node.dates.last.empty() || day <= node.dates.last);
      default:
        return (node.scope != Scope::body && leaf(node, title)) ||
               (node.scope != Scope::title && leaf(node, body));
    }
  }

  static bool leaf(const Node& node, const TokenList& text) {
    if (node.kind == Node::Kind::phrase && node.distance > 0) return loose(node, text);
    if (node.kind == Node::Kind::prefix) {
      return std::any_of(text.tokens.begin(), text.tokens.end(),
                         [&](const Token& token) { return token.word.starts_with(node.text); });
    }
    if (node.kind == Node::Kind::pattern || node.kind == Node::Kind::fuzzy) {
      return std::any_of(text.tokens.begin(), text.tokens.end(),
                         [&](const Token& token) { return spelt(node, token.word); });
    }
    TokenList list;
    const auto words = asked(node, list);
    for (std::size_t i = 0; i + words.size() <= text.tokens.size(); ++i) {
      const auto alike = [&](const Token& a, const Token& b) { return same(node, a, b); };
      if (std::equal(words.begin(), words.end(), text.tokens.begin() + i, alike)) return true;
    }
    return false;
  }

  /// `*`, `?` and one edit, by recursion over ASCII.
  static bool spelt(const Node& node, std::string_view word) {
    if (node.kind == Node::Kind::pattern) return glob(node.text, word);
    return word.front() == node.text.front() && edits(node.text, word) <= node.distance;
  }

  static bool glob(std::string_view pattern, std::string_view word) {
    if (pattern.empty()) return word.empty();
    if (pattern.front() == '*') {
      return glob(pattern.substr(1), word) || (!word.empty() && glob(pattern, word.substr(1)));
    }
    return !word.empty() && (pattern.front() == '?' || pattern.front() == word.front()) &&
           glob(pattern.substr(1), word.substr(1));
  }

  static std::size_t edits(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty()) return a.size() + b.size();
    if (a.front() == b.front()) return edits(a.substr(1), b.substr(1));
    std::size_t least =
        std::min({edits(a.substr(1), b), edits(a, b.substr(1)), edits(a.substr(1), b.substr(1))});
    const bool swapped = a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0];
    if (swapped) least = std::min(least, edits(a.substr(2), b.substr(2)));
    return 1 + least;
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
    switch (below(depth > 0 ? 15 : 9)) {
      case 0:
      case 1:
        return word();
      case 2:
        return "=" + word();
      case 3:
        return '"' + word() + ' ' + word() + '"';
      case 4:
        return '"' + word() + ' ' + word() + "\"~" + std::to_string(below(4));
      case 5:
        return near();
      case 6:
        return pattern();
      case 7:
        return std::string(sources[below(2)]) + std::string(1, static_cast<char>('a' + below(3)));
      case 8:
        return periods[below(std::size(periods))];
      case 9:
        return (below(2) == 0 ? "-" : "BUKAN ") + operand(depth);
      case 10:
        return (below(2) == 0 ? "judul:" : "isi:") + scoped(depth);
      case 11:
        return query(depth - 1) + (below(2) == 0 ? " OR " : " ATAU ") + query(depth - 1);
      case 12:
        return operand(depth) + (below(2) == 0 ? " AND " : " DAN ") + operand(depth);
      case 13:
        return "+" + operand(depth);
      default:
        return query(depth - 1) + ' ' + query(depth - 1);
    }
  }

 private:
  static constexpr const char* sources[] = {"sumber:", "source:"};
  static constexpr const char* periods[] = {"tanggal:2018",       "date:2019-01..",
                                            "tanggal:..2018-06",  "tanggal:kemarin",
                                            "tanggal:bulan-lalu", "tanggal:4-bulan.."};

  std::string pattern() {
    constexpr const char* patterns[] = {"*jalan", "k?ta",   "s*h", "*jir*",
                                        "hujam~", "pasra~", "ba*", "jal?"};
    return patterns[below(std::size(patterns))];
  }

  /// No root is in both halves of the vocabulary, and NEAR takes no two forms of one word.
  std::string near() {
    const std::string left = vocabulary[below(4)];
    const std::string right = vocabulary[4 + below(4)];
    const std::string sign = " NEAR/" + std::to_string(1 + below(4)) + ' ';
    return below(2) == 0 ? left + sign + right : right + sign + '=' + left;
  }

  /// What may be asked of a title alone: no NEAR.
  std::string scoped(int depth) {
    for (;;) {
      std::string text = operand(depth);
      if (text.find("NEAR") == std::string::npos) return text;
    }
  }

  std::string operand(int depth) { return '(' + query(depth - 1) + ')'; }

  std::mt19937 engine_;
};

}  // namespace

TEST_CASE("reference: which articles match 10,000 random queries") {
  const unsigned seed = std::random_device{}();
  MESSAGE("seed ", seed);
  Random random(seed);
  std::vector<Article> articles;
  for (int i = 0; i < 40; ++i) {
    articles.push_back(
        kliping::test::make_article(std::to_string(i), random.text(4), random.text(10)));
    articles.back().source = static_cast<char>('a' + random.below(3));
    // Days before `test::today`; every fifth article has none.
    const auto day = kliping::test::today - std::chrono::days{random.below(2) * random.below(500)};
    if (i % 5 > 0) articles.back().date = Date{day.time_since_epoch() / std::chrono::seconds{1}, 0};
  }
  const kliping::test::TestIndex index(articles);
  Reader reader;
  for (int round = 0; round < 10'000; ++round) {
    const std::string query = random.query(3);
    CAPTURE(query);
    Node tree = parse_query(query, kliping::test::today);
    expand_patterns(tree, index.database());
    const BuiltQuery built = QueryBuilder(Forms::all, Synonyms::used, {}, {}, Positions::kept,
                                          BodyScope(index.database()))
                                 .build(tree, Operator::all);
    std::set<std::string> found, expected;
    for (const Match& m :
         match(index.database(), built, {{.limit = 100, .collapse = Collapse::off}}).page) {
      found.insert(identity_of(index.database(), m.document));
    }
    for (const Article& article : articles) {
      if (reader.matches(tree, article)) expected.insert(article.id);
    }
    CHECK(found == expected);
  }
}
