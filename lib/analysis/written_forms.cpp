// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/written_forms.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>

#include "analysis/stemmer/compiled_lexicon.hpp"
#include "date/names.hpp"
#include "text/ascii.hpp"

namespace kliping {

namespace {

using ascii::is_digit;

constexpr std::array<std::string_view, 12> months{"januari",   "februari", "maret",    "april",
                                                  "mei",       "juni",     "juli",     "agustus",
                                                  "september", "oktober",  "november", "desember"};

constexpr std::size_t max_initials = 4;
/// Without full stops.
constexpr std::size_t max_bare_initials = 2;

struct Unit {
  std::string_view sign;
  /// Empty where the press writes none.
  std::string_view name;
};

/// Units that numbers are glued to: `10km`. With other letters the word is another: `A330`, `4x4`.
constexpr std::array<Unit, 13> units{{{"cc", ""},
                                      {"cm", "sentimeter"},
                                      {"gb", "gigabyte"},
                                      {"gw", "gigawatt"},
                                      {"ha", "hektare"},
                                      {"kg", "kilogram"},
                                      {"km", "kilometer"},
                                      {"kwh", ""},
                                      {"mb", "megabyte"},
                                      {"ml", "mililiter"},
                                      {"mm", "milimeter"},
                                      {"mw", "megawatt"},
                                      {"tb", "terabyte"}}};

/// By its sign or its name.
const Unit* unit_called(std::string_view word) {
  const auto* const found = std::find_if(units.begin(), units.end(), [&](const Unit& unit) {
    return unit.sign == word || (!unit.name.empty() && unit.name == word);
  });
  return found == units.end() ? nullptr : found;
}

/// Of a word that is nothing but digits, `least` to `most`.
std::optional<unsigned> number(std::string_view word, unsigned least, unsigned most) {
  unsigned value = 0;
  const auto [end, fault] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (fault != std::errc{} || end != word.data() + word.size()) return std::nullopt;
  if (value < least || value > most) return std::nullopt;
  return value;
}

class Finder {
 public:
  Finder(std::string_view text, const std::vector<Token>& tokens) : text_(text), tokens_(tokens) {}

  std::vector<OtherName> run() && {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      find_decimal(i);
      find_unit(i);
      find_initials(i);
      find_date(i);
    }
    return std::move(found_);
  }

 private:
  void add(std::size_t first, std::size_t count, std::vector<std::string> words) {
    found_.push_back({.first = first,
                      .last = first + count,
                      .words = std::move(words),
                      .kind = OtherName::Kind::writing});
  }

  bool are_neighbours(std::size_t i, std::size_t count) const {
    if (i + count > tokens_.size()) return false;
    for (std::size_t k = 1; k < count; ++k)
      if (tokens_[i + k].position != tokens_[i].position + k) return false;
    return true;
  }

  static std::size_t decimal_sign(std::string_view word) {
    return is_digit(word.front()) ? word.find_first_of(".,") : word.npos;
  }

  /// Whether no space parts a token from the next: `Rp1.5`, `2.5%`.
  bool is_attached(std::size_t i) const {
    if (i + 1 >= tokens_.size() || !are_neighbours(i, 2)) return false;
    const std::size_t end = tokens_[i].span.end;
    const std::size_t next = tokens_[i + 1].span.begin;
    return next >= end && text_.substr(end, next - end).find_first_of(" \t\n") == text_.npos;
  }

  /// With what is attached to it, which is one word of the query.
  void find_decimal(std::size_t i) {
    if (decimal_sign(tokens_[i].word) == std::string_view::npos) return;
    std::size_t first = i;
    while (first > 0 && is_attached(first - 1)) {
      if (decimal_sign(tokens_[--first].word) != std::string_view::npos) return;
    }
    std::size_t last = i;
    while (is_attached(last)) ++last;
    std::vector<std::string> words;
    for (std::size_t k = first; k <= last; ++k) {
      std::string& word = words.emplace_back(tokens_[k].word);
      if (const std::size_t sign = decimal_sign(word); sign != word.npos)
        word[sign] = word[sign] == '.' ? ',' : '.';
    }
    add(first, last + 1 - first, std::move(words));
  }

  void find_unit(std::size_t i) {
    const std::string_view word = tokens_[i].word;
    const std::size_t letters = word.find_first_not_of("0123456789.,");
    if (letters == 0) return;
    const bool glued = letters != word.npos;
    if (!glued && !are_neighbours(i, 2)) return;
    const std::string_view called = glued ? word.substr(letters) : tokens_[i + 1].word;
    const Unit* const unit = unit_called(called);
    if (unit == nullptr) return;
    const std::size_t count = glued ? 1 : 2;
    const std::string number{word.substr(0, letters)};
    for (const std::string_view other : {unit->sign, unit->name})
      if (!other.empty() && (glued || other != called)) add(i, count, {number, std::string{other}});
    if (!glued) add(i, count, {number + std::string{unit->sign}});
  }

  bool is_initial(std::size_t i) const {
    const Token& token = tokens_[i];
    return token.span.size() == 1 && token.span.end < text_.size() && text_[token.span.end] == '.';
  }

  /// `BJ` before a name, also as people type it, `bj`: no word and no short form that we know.
  bool may_be_initials(std::size_t i) const {
    const Token& token = tokens_[i];
    return token.word.size() <= max_bare_initials && token.span.size() == token.word.size() &&
           are_neighbours(i, 2) && tokens_[i + 1].word.size() > max_initials &&
           !is_digit(tokens_[i + 1].word.front()) &&
           tabled_form(token.word) == TabledForm::unknown &&
           !morphology::compiled_lexicon.find(token.word);
  }

  void find_initials(std::size_t i) {
    const Token& token = tokens_[i];
    if (i + 1 == tokens_.size()) return;
    const bool dotted = text_.substr(token.span.begin + 1).starts_with('.');
    const bool letters_alone = std::ranges::all_of(token.word, ascii::is_lower);
    const bool short_enough = token.word.size() > 1 && token.word.size() <= max_initials;
    if (letters_alone && short_enough && (dotted || may_be_initials(i))) {
      std::vector<std::string> letters;
      for (const char c : token.word) letters.emplace_back(1, c);
      return add(i, 1, std::move(letters));
    }
    if (i > 0 && is_initial(i - 1)) return;
    std::size_t end = i;
    std::string joined;
    while (end < tokens_.size() && is_initial(end)) joined += tokens_[end++].word;
    const std::size_t count = end - i;
    if (count > 1 && count <= max_initials && end < tokens_.size() && are_neighbours(i, count))
      add(i, count, {std::move(joined)});
  }

  /// Whether one sign alone parts a token from the next, as in `17/8`.
  bool is_joined(std::size_t i) const {
    const std::size_t end = tokens_[i].span.end;
    return tokens_[i + 1].span.begin == end + 1 &&
           std::string_view{"/-."}.find(text_[end]) != std::string_view::npos;
  }

  void find_date(std::size_t i) {
    if (!are_neighbours(i, 3)) return;
    const bool numeric = is_joined(i) && is_joined(i + 1);
    const bool year_first = numeric && number(tokens_[i].word, 1900, 2099);
    const auto day = number(tokens_[year_first ? i + 2 : i].word, 1, 31);
    const auto year = number(tokens_[year_first ? i : i + 2].word, 1900, 2099);
    if (!day || !year) return;
    const auto named = date::month_named(tokens_[i + 1].word);
    const auto month = named || !numeric ? named : number(tokens_[i + 1].word, 1, 12);
    if (!month) return;
    const std::string in_year = fmt::format("{}", *year);
    const std::array<std::vector<std::string>, 4> forms{
        {{fmt::format("{}", *day), std::string{months[*month - 1]}, in_year},
         {fmt::format("{}", *day), fmt::format("{}", *month), in_year},
         {fmt::format("{:02}", *day), fmt::format("{:02}", *month), in_year},
         {in_year, fmt::format("{:02}", *month), fmt::format("{:02}", *day)}}};
    for (std::size_t k = 0; k < forms.size(); ++k) {
      const bool repeated = k == 2 && forms[2] == forms[1];
      if (!repeated && !stands_at(i, forms[k])) add(i, 3, forms[k]);
    }
  }

  bool stands_at(std::size_t i, const std::vector<std::string>& words) const {
    for (std::size_t k = 0; k < words.size(); ++k)
      if (tokens_[i + k].word != words[k]) return false;
    return true;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::vector<OtherName> found_;
};

}  // namespace

std::vector<OtherName> written_forms(std::string_view text, const std::vector<Token>& tokens) {
  return Finder(text, tokens).run();
}

}  // namespace kliping
