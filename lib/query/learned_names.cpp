// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/learned_names.hpp"

#include <algorithm>
#include <utility>

#include "kliping/schema.hpp"
#include "text/ascii.hpp"

namespace kliping {

namespace {

/// Articles that must explain a short form by one meaning, and their share among those that explain
/// it at all. Two letters stand for many a person and thing (docs/analysis.md has the counts).
constexpr std::uint32_t min_articles = 3;
constexpr std::uint32_t min_articles_of_two_letters = 10;
constexpr double min_share = 0.75;
/// The share that is enough between meanings that our table has. It is lower because writers
/// explain least what everybody knows: of 107 articles that explain PBB only 78 mean the United
/// Nations, but nearly all articles that just say PBB do.
constexpr double min_share_of_tabled = 0.66;
/// Meanings of one short form, or names with the same beginning, that are looked at.
constexpr int max_meanings = 200;

/// Calls `visit` for each term that begins with `begin`: with the rest of the term, and the number
/// of articles that have it.
template <typename Visit>
void for_each_term(const Xapian::Database& database, const std::string& begin, Visit&& visit) {
  int left = max_meanings;
  const auto end = database.allterms_end(begin);
  for (auto term = database.allterms_begin(begin); term != end && left > 0; ++term, --left) {
    visit(std::string_view{*term}.substr(begin.size()), term.get_termfreq());
  }
}

bool may_be_short(std::string_view word) {
  constexpr std::size_t longest = 16;
  return word.size() >= 2 && word.size() <= longest &&
         std::ranges::all_of(word, [](char c) { return ascii::is_lower(c) || ascii::is_digit(c); });
}

bool in_capitals(std::string_view surface) {
  return std::ranges::none_of(surface, ascii::is_lower);
}

/// Whether a short form is an everyday word or a name as well.
bool is_word_too(std::string_view short_form) {
  return is_everyday_word(short_form) || tabled_form(short_form) == TabledForm::ambiguous_word;
}

/// The number of `words` if tokens[i] and those that follow it are these words, with none in
/// between; otherwise 0.
std::size_t tokens_of(const std::vector<std::string>& words, const std::vector<Token>& tokens,
                      std::size_t i) {
  if (i + words.size() > tokens.size()) return 0;
  for (std::size_t k = 0; k < words.size(); ++k) {
    if (tokens[i + k].word != words[k]) return 0;
    if (tokens[i + k].position != tokens[i].position + k) return 0;
  }
  return words.size();
}

}  // namespace

/// Spellings with and without hyphens are one meaning; it is shown as most articles spell it.
void LearnedNames::count(std::string_view words, std::uint32_t articles,
                         std::vector<Meaning>& meanings) {
  const auto same = std::ranges::find_if(meanings, [&](const Meaning& meaning) {
    return without_hyphens(meaning.words) == without_hyphens(words);
  });
  if (same == meanings.end()) {
    meanings.push_back({std::string{words}, articles, articles});
    return;
  }
  same->articles += articles;
  if (articles > same->articles_of_spelling) {
    same->words = words;
    same->articles_of_spelling = articles;
  }
}

std::optional<LearnedNames::Meaning> LearnedNames::meaning_of(std::string_view short_form) const {
  const TabledForm tabled = tabled_form(short_form);
  if (!may_be_short(short_form) || tabled == TabledForm::settled) return std::nullopt;
  std::vector<Meaning> meanings;
  std::uint32_t all = 0;
  for_each_term(*database_, schema::explained_term(schema::prefix::short_form, short_form, ""),
                [&](std::string_view words, std::uint32_t articles) {
                  all += articles;
                  if (tabled == TabledForm::unknown || is_tabled_reading(short_form, words))
                    count(words, articles, meanings);
                });
  if (meanings.empty()) return std::nullopt;
  const Meaning& best = *std::ranges::max_element(meanings, {}, &Meaning::articles);
  const bool two_letters = short_form.size() == 2;
  if (best.articles < (two_letters ? min_articles_of_two_letters : min_articles)) return {};
  const bool is_tabled = tabled != TabledForm::unknown;
  if (best.articles < (is_tabled ? min_share_of_tabled : min_share) * all) return {};
  return best;
}

void LearnedNames::add_long_form(std::string_view text, const std::vector<Token>& tokens,
                                 std::size_t i, std::vector<OtherName>& found) const {
  const Token& token = tokens[i];
  if (is_word_too(token.word) && !in_capitals(token.span.of(text))) return;
  if (const auto meaning = meaning_of(token.word)) {
    found.push_back({i, i + 1, words_of(meaning->words), meaning->articles});
  }
}

void LearnedNames::add_short_forms(const std::vector<Token>& tokens, std::size_t i,
                                   std::vector<OtherName>& found) const {
  if (i + 1 >= tokens.size() || tokens[i + 1].position != tokens[i].position + 1) return;
  std::string begin{schema::prefix::long_form};
  begin.append(tokens[i].word).append(" ").append(tokens[i + 1].word);
  for_each_term(*database_, begin, [&](std::string_view rest, std::uint32_t) {
    const std::string whole = begin.substr(schema::prefix::long_form.size()).append(rest);
    const std::size_t equals = whole.rfind('=');
    if (equals == std::string::npos) return;
    const std::string name = whole.substr(0, equals);
    const std::string short_form = whole.substr(equals + 1);
    const std::size_t size = tokens_of(words_of(name), tokens, i);
    // A short form that is also an everyday word would drown the name's articles.
    if (size == 0 || is_word_too(short_form)) return;
    const auto meaning = meaning_of(short_form);
    if (meaning && without_hyphens(meaning->words) == without_hyphens(name)) {
      found.push_back({i, i + size, {short_form}, meaning->articles});
    }
  });
}

std::vector<OtherName> LearnedNames::of(std::string_view text,
                                        const std::vector<Token>& tokens) const {
  std::vector<OtherName> found;
  if (!database_) return found;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    add_short_forms(tokens, i, found);
    add_long_form(text, tokens, i, found);
  }
  return found;
}

}  // namespace kliping
