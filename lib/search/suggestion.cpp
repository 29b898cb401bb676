// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/suggestion.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <map>
#include <utility>

#include "analysis/stemmer/compiled_lexicon.hpp"
#include "kliping/analysis/analyzer.hpp"
#include "kliping/analysis/other_names.hpp"
#include "search/field_values.hpp"
#include "search/spelling.hpp"
#include "text/ascii.hpp"

namespace kliping {

namespace {

/// Shorter words have too many neighbours for a guess.
constexpr std::size_t min_word_bytes = 4;
constexpr std::size_t max_word_bytes = 40;
/// How far apart words may be, in tenths of a letter.
constexpr int any_distance = std::numeric_limits<int>::max();
constexpr int one_letter = 10;
/// Fewer articles than these may share a misspelling: such a word is no correction.
constexpr Xapian::doccount min_articles = 2;
/// A doubtful word is so many times rarer than the word that was meant.
constexpr Xapian::doccount times_rarer = 20;
/// The same for a word of `short_word_bytes`, which has many neighbours.
constexpr Xapian::doccount times_rarer_if_short = 500;
constexpr std::size_t short_word_bytes = 5;
/// Two words that are joined have so many letters at least.
constexpr std::size_t min_joined_bytes = 6;
/// Affixed words that are shorter resemble too many others.
constexpr std::size_t min_disguised_bytes = 8;
/// No word of more articles is in doubt.
constexpr Xapian::doccount most_rare = 5;
/// The same if some articles have all words, so that only its spelling makes a word doubtful.
constexpr Xapian::doccount times_rarer_yet_found = 50;
/// A space left out, in tenths of a letter.
constexpr int space = 10;
/// What a tenth of a letter weighs beside the logarithm of the frequency.
constexpr double tenth_weight = 0.4;
/// A walk ends after so many words, which is a tenth of a second.
constexpr std::size_t max_words_seen = 200'000;
/// After so many words whose beginning is too far away already, the walk skips to the next
/// beginning.
constexpr int patience = 16;
/// Words of a query that are corrected at most.
constexpr std::size_t max_doubts = 8;

/// The letters that the word which was meant may begin with: that of the typed word, one of similar
/// sound, or the second letter, if the first two were swapped.
std::string first_letters(std::string_view word) {
  std::string letters(1, word.front());
  for (const std::string_view alike : {"fvp", "kcq", "szx", "ijy", "dt", "uw"}) {
    if (alike.find(word.front()) != std::string_view::npos) letters += alike;
  }
  letters += word[1];
  std::sort(letters.begin(), letters.end());
  letters.erase(std::unique(letters.begin(), letters.end()), letters.end());
  return letters;
}

/// The smallest text behind all that begin with `beginning`.
std::string after(std::string beginning) {
  ++beginning.back();
  return beginning;
}

struct Candidate {
  std::string word;
  double score = 0;
  Xapian::doccount articles = 0;
};

class Speller {
 public:
  /// Considers words that are in at least `least` articles and at most `most_apart` away.
  Speller(const Xapian::Database& database, std::string_view typed, Xapian::doccount least,
          int most_apart)
      : database_(database), typed_(typed), least_(least), most_apart_(most_apart) {}

  Candidate best() && {
    for (const char letter : first_letters(typed_)) {
      if (ascii::is_lower(letter)) walk(std::string(1, letter));
    }
    if (space <= most_apart_) part();
    return std::move(best_);
  }

  /// The most similar of the terms with a prefix, which `typed` begins with, too; without the
  /// prefix.
  std::string best_value(std::string_view prefix) && {
    walk(std::string{prefix});
    return best_.word.empty() ? std::string{} : best_.word.substr(prefix.size());
  }

 private:
  /// Takes the word for two without their space: of all pairs the one whose rarer word is the most
  /// frequent.
  void part() {
    constexpr std::size_t min_part_bytes = 4;
    constexpr Xapian::doccount min_articles_of_part = 10;
    for (std::size_t at = min_part_bytes; at + min_part_bytes <= typed_.size(); ++at) {
      const std::string first = typed_.substr(0, at);
      const std::string second = typed_.substr(at);
      const Xapian::doccount articles =
          std::min(database_.get_termfreq(first), database_.get_termfreq(second));
      if (articles >= min_articles_of_part) weigh(first + ' ' + second, space, articles);
    }
  }

  void walk(const std::string& beginning) {
    SpellingDistance distance(typed_);
    int missed = 0;
    auto term = database_.allterms_begin(beginning);
    const auto end = database_.allterms_end(beginning);
    while (term != end && seen_++ < max_words_seen) {
      const std::string word = *term;
      const int apart = distance(word);
      missed = distance.dead_bytes() > 0 ? missed + 1 : 0;
      if (missed > patience) {
        missed = 0;
        term.skip_to(after(word.substr(0, distance.dead_bytes())));
        continue;
      }
      if (apart <= std::min(distance.most(), most_apart_) && apart > 0)
        weigh(word, apart, term.get_termfreq());
      ++term;
    }
  }

  void weigh(const std::string& word, int apart, Xapian::doccount articles) {
    if (articles < least_) return;
    const double score = std::log(static_cast<double>(articles)) - tenth_weight * apart;
    if (best_.word.empty() || score > best_.score) best_ = {word, score, articles};
  }

  const Xapian::Database& database_;
  std::string typed_;
  Xapian::doccount least_;
  int most_apart_;
  Candidate best_;
  std::size_t seen_ = 0;
};

/// `meant` with capitals where `typed` has them: at the beginning, or throughout.
std::string in_case_of(std::string_view typed, std::string meant) {
  const bool all = std::all_of(typed.begin(), typed.end(), ascii::is_upper);
  if (!ascii::is_upper(typed.front())) return meant;
  const std::size_t end = all ? meant.size() : 1;
  for (std::size_t i = 0; i < end; ++i) {
    if (ascii::is_lower(meant[i])) meant[i] = static_cast<char>(meant[i] - 'a' + 'A');
  }
  return meant;
}

class Corrector {
 public:
  Corrector(std::string_view query, const Xapian::Database& database, Doubt doubt,
            Analyzer analyzer)
      : query_(query), database_(database), doubt_(doubt), analyzer_(std::move(analyzer)) {}

  std::string run(const Node& tree) && {
    look(tree);
    std::string out{query_};
    // From the end on, so that the places of the other changes stay valid.
    for (auto change = changes_.rbegin(); change != changes_.rend(); ++change) {
      const auto& [span, word] = change->second;
      out.replace(span.begin, span.size(), word);
    }
    return changes_.empty() ? std::string{} : out;
  }

 private:
  void look(const Node& node) {
    switch (node.kind) {
      case Node::Kind::exclude:
        return;
      case Node::Kind::word:
        return look_at_words(node, Scale::roots);
      case Node::Kind::exact_word:
      case Node::Kind::phrase:
        return look_at_words(node, Scale::words);
      case Node::Kind::filter:
        return look_at_value(node);
      default:
        look_at_pairs(node);
        for (const Node& child : node.children) look(child);
    }
  }

  /// Joins two words of the query that are one in the archive: `peme rintah`.
  void look_at_pairs(const Node& node) {
    if (doubt_ != Doubt::rare || node.kind == Node::Kind::any) return;
    for (std::size_t i = 1; i < node.children.size(); ++i) {
      const Node& left = node.children[i - 1];
      const Node& right = node.children[i];
      if (left.kind != Node::Kind::word || right.kind != Node::Kind::word) continue;
      const std::string first = fold(left.text);
      const std::string second = fold(right.text);
      const Xapian::doccount rarer =
          std::min(database_.get_termfreq(first), database_.get_termfreq(second));
      const bool sensible = first.size() + second.size() <= max_word_bytes &&
                            first.size() + second.size() >= min_joined_bytes &&
                            std::ranges::all_of(first + second, ascii::is_lower);
      if (!sensible || rarer > most_rare) continue;
      const Xapian::doccount joined = database_.get_termfreq(first + second);
      if (joined < (rarer + 1) * times_rarer) continue;
      const Span span{left.span.begin, right.span.end};
      changes_.emplace(span.begin, std::pair{span, in_case_of(span.of(query_), first + second)});
      ++i;
    }
  }

  bool is_changed(Span span) const {
    const auto next = changes_.upper_bound(span.begin);
    return next != changes_.begin() && std::prev(next)->second.first.end > span.begin;
  }

  /// What counts as an occurrence of a word: any form with its root, or this very word.
  enum class Scale : std::uint8_t { roots, words };

  void look_at_words(const Node& leaf, Scale scale) {
    analyzer_.analyze_query(leaf.text, tokens_);
    const auto names = other_names(leaf.text, tokens_.tokens);
    const auto base = static_cast<std::uint32_t>(leaf.text.data() - query_.data());
    std::uint32_t end = 0;
    for (std::size_t i = 0; i < tokens_.tokens.size(); ++i) {
      const Token& token = tokens_.tokens[i];
      const bool part = token.span.begin < end;
      end = std::max(end, token.span.end);
      const bool named = std::any_of(names.begin(), names.end(), [&](const OtherName& name) {
        return i >= name.first && i < name.last;
      });
      const Span span{base + token.span.begin, base + token.span.end};
      if (part || named || changes_.size() >= max_doubts || is_changed(span)) continue;
      const std::string meant = correction(token, scale);
      if (meant.empty()) continue;
      changes_.emplace(span.begin, std::pair{span, in_case_of(span.of(query_), meant)});
    }
  }

  /// Corrects a source, section or author that no article has, if one has a similar one.
  void look_at_value(const Node& leaf) {
    std::string meant = missing_value(database_, leaf.field, leaf.text).value_or(std::string{});
    if (meant.empty()) return;
    const auto begin = static_cast<std::uint32_t>(leaf.text.data() - query_.data());
    const Span span{begin, begin + static_cast<std::uint32_t>(leaf.text.size())};
    const bool is_quoted = begin > 0 && query_[begin - 1] != ':';
    if (!is_quoted && meant.find(' ') != std::string::npos) meant = '"' + meant + '"';
    changes_.emplace(span.begin, std::pair{span, std::move(meant)});
  }

  std::string correction(const Token& token, Scale scale) const {
    const std::string word{token.word};
    const bool sensible = word.size() >= min_word_bytes && word.size() <= max_word_bytes &&
                          std::all_of(word.begin(), word.end(), ascii::is_lower);
    if (!sensible) return {};
    const Xapian::doccount of_form = database_.get_termfreq(word);
    if (of_form > most_rare) return {};
    Xapian::doccount articles = of_form;
    if (scale == Scale::roots) {
      const std::string root = std::string{schema::prefix::root}.append(token.root);
      articles = std::max(articles, database_.get_termfreq(root));
    }
    if (articles > most_rare) return under_another_root(token, of_form, articles);
    if (articles > 0 && (doubt_ == Doubt::absent || doubt_ == Doubt::disguised)) return {};
    if (articles == 0 || doubt_ == Doubt::rare)
      return Speller(database_, word, std::max(min_articles, articles * times_rarer), any_distance)
          .best()
          .word;
    if (token.root != token.word) return under_another_root(token, of_form, articles);
    if (is_known(word) || word.size() < short_word_bytes) return {};
    const bool is_short = word.size() == short_word_bytes;
    const Xapian::doccount times = is_short ? times_rarer_if_short : times_rarer_yet_found;
    return Speller(database_, word, articles * times, one_letter).best().word;
  }

  static bool is_known(const std::string& word) {
    return morphology::compiled_lexicon.find(word) || tabled_form(word) != TabledForm::unknown;
  }

  /// Corrects `kepolisan`, which finds articles all the same, because its root is `polis`. Doubtful
  /// is a form that hardly any article has, one letter from a word of another root that is more
  /// frequent than its own root.
  std::string under_another_root(const Token& token, Xapian::doccount of_form,
                                 Xapian::doccount of_root) const {
    const std::string word{token.word};
    const bool plain = token.root == token.word || is_known(word);
    if (plain || word.size() < min_disguised_bytes) return {};
    const Xapian::doccount least = std::max(of_root, (of_form + 1) * times_rarer);
    const Candidate meant = Speller(database_, word, least, one_letter).best();
    return analyzer_.root(meant.word) == token.root ? std::string{} : meant.word;
  }

  std::string_view query_;
  const Xapian::Database& database_;
  Doubt doubt_;
  Analyzer analyzer_;
  TokenList tokens_;
  /// Spans with the words that replace them, by where they begin.
  std::map<std::uint32_t, std::pair<Span, std::string>> changes_;
};

}  // namespace

std::optional<std::string> missing_value(const Xapian::Database& database, schema::Field field,
                                         std::string_view value) {
  if (field == schema::Field::date) return std::nullopt;
  const Xapian::Query wanted = filter_query(field, value);
  for (auto term = wanted.get_terms_begin(); term != wanted.get_terms_end(); ++term) {
    if (database.get_termfreq(*term) > 0) return std::nullopt;
  }
  const std::string_view prefix = filter_prefix(field);
  const bool sensible = value.size() >= min_word_bytes && value.size() <= max_word_bytes;
  // A part of a host is a value, too, so that the most similar one is rarely meant.
  if (prefix.empty() || field == schema::Field::url || !sensible) return std::string{};
  const std::string term = schema::filter_term(prefix, value);
  return Speller(database, term, 1, any_distance).best_value(prefix);
}

std::string corrected_query(std::string_view query, const Node& tree,
                            const Xapian::Database& database, Doubt doubt, Analyzer analyzer) {
  return Corrector(query, database, doubt, std::move(analyzer)).run(tree);
}

std::string correction(std::string_view query, const Node& tree, Operator op,
                       const Xapian::Database& database, const Matches& matches,
                       const Analyzer& analyzer) {
  const std::size_t complete = matches.relaxed ? matches.complete : matches.total;
  Doubt doubt = Doubt::rare;
  if (complete > 0) doubt = complete < enough_complete ? Doubt::misspelt : Doubt::disguised;
  if (doubt == Doubt::disguised && op == Operator::any) doubt = Doubt::absent;
  return corrected_query(query, tree, database, doubt, analyzer);
}

}  // namespace kliping
