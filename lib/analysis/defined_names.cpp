// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/analysis/defined_names.hpp"

#include <algorithm>
#include <optional>

#include "analysis/name_alignment.hpp"
#include "text/ascii.hpp"

namespace kliping {

namespace {

using ascii::is_digit;
using ascii::is_letter;
using ascii::is_upper;

/// An explanation in brackets is no longer than this, nor the words before them.
constexpr std::size_t max_bracket_bytes = 160;
constexpr std::size_t max_words = 12;
/// A text that explains more is a list of abbreviations.
constexpr std::size_t max_names = 64;

using Tokens = std::span<const Token>;

/// The shapes that a short form may have, by how it is written; empty for what is none.
std::span<const NameShape> shapes_of(std::string_view surface) {
  static constexpr NameShape by_capitals[] = {NameShape::initials, NameShape::beginnings};
  static constexpr NameShape by_sound[] = {NameShape::syllables};
  constexpr std::size_t shortest_blend = 4;
  if (surface.size() < 2 || surface.size() > max_short_bytes || !is_letter(surface[0])) return {};
  if (!std::ranges::all_of(surface, ascii::is_letter_or_digit)) return {};
  const auto capitals = static_cast<std::size_t>(std::ranges::count_if(surface, is_upper));
  if (capitals >= 2 && 2 * capitals >= surface.size()) return by_capitals;
  const bool plain = std::ranges::none_of(surface, is_digit) && capitals <= 1;
  if (plain && surface.size() >= shortest_blend) return by_sound;
  return {};
}

/// The first token of each position: glue and compounds are what the text has.
bool is_first_of_its_place(Tokens all, std::size_t i) {
  return i == 0 || all[i - 1].position != all[i].position;
}

/// A name may lie across blanks, hyphens and the commas of a list.
bool may_be_inside(std::string_view between) {
  return std::ranges::all_of(between, [](char c) { return c == ' ' || c == ',' || c == '-'; });
}

class Finder {
 public:
  Finder(std::string_view text, Tokens tokens) : text_(text), tokens_(tokens) {}

  std::vector<DefinedName> find() {
    for (std::size_t open = text_.find('('); open != std::string_view::npos;
         open = text_.find('(', open + 1)) {
      const std::size_t close =
          text_.substr(0, open + max_bracket_bytes).find_first_of(")(\n", open + 1);
      if (close == std::string_view::npos || text_[close] != ')') continue;
      look_at(open, close);
      if (found_.size() == max_names) break;
    }
    return std::move(found_);
  }

 private:
  void look_at(std::size_t open, std::size_t close) {
    const auto begins = [](const Token& token) { return token.span.begin; };
    const auto first = static_cast<std::size_t>(
        std::ranges::lower_bound(tokens_, open, {}, begins) - tokens_.begin());
    const auto last = static_cast<std::size_t>(
        std::ranges::lower_bound(tokens_, close, {}, begins) - tokens_.begin());
    if (first == 0 || first == last) return;
    const Tokens inside = tokens_.subspan(first, last - first);
    if (inside.back().span.end > close) return;
    if (is_whole(inside.front(), open + 1, close)) {
      take_words_before(first, open, inside.front());
    } else {
      take_words_inside(first, last, open);
    }
  }

  /// Whether a token is all that lies between two places.
  bool is_whole(const Token& token, std::size_t begin, std::size_t end) const {
    return token.span.begin == begin && token.span.end == end;
  }

  /// `Badan Narkotika Nasional (BNN)`: the fewest words that agree.
  void take_words_before(std::size_t first, std::size_t open, const Token& short_form) {
    const auto shapes = shapes_of(short_form.span.of(text_));
    if (shapes.empty()) return;
    std::vector<std::size_t> words;  // last first
    std::size_t end = open;
    for (std::size_t i = first; i-- > 0 && words.size() < max_words;) {
      if (!is_first_of_its_place(tokens_, i)) continue;
      const Span span = tokens_[i].span;
      if (span.end > end || !may_be_inside(text_.substr(span.end, end - span.end))) break;
      words.push_back(i);
      end = span.begin;
    }
    std::ranges::reverse(words);
    for (const NameShape shape : shapes) {
      for (std::size_t n = 2; n <= words.size(); ++n) {
        const auto name = std::span{words}.last(n);
        // Most words before a bracket begin otherwise: no more of them need be looked at.
        if (tokens_[name.front()].word.front() != short_form.word.front()) continue;
        if (agree(short_form, name, shape)) return add(short_form, name);
      }
    }
  }

  /// `PDB (Produk Domestik Bruto)`: all of the words, or none.
  void take_words_inside(std::size_t first, std::size_t last, std::size_t open) {
    std::size_t before = first - 1;
    while (before > 0 && !is_first_of_its_place(tokens_, before)) --before;
    const Token& short_form = tokens_[before];
    const auto shapes = shapes_of(short_form.span.of(text_));
    if (short_form.span.end + 1 != open || text_[short_form.span.end] != ' ') return;
    std::vector<std::size_t> words;
    std::size_t end = open + 1;
    for (std::size_t i = first; i < last; ++i) {
      if (!is_first_of_its_place(tokens_, i)) continue;
      const Span span = tokens_[i].span;
      if (span.begin < end || !may_be_inside(text_.substr(end, span.begin - end))) return;
      words.push_back(i);
      end = span.end;
    }
    if (words.size() < 2 || words.size() > max_words || text_[end] != ')') return;
    for (const NameShape shape : shapes) {
      if (agree(short_form, words, shape)) return add(short_form, words);
    }
  }

  bool agree(const Token& short_form, std::span<const std::size_t> name, NameShape shape) const {
    std::vector<std::string_view> words;
    for (const std::size_t i : name) {
      // The halves of a doubled word count both: Perserikatan Bangsa-Bangsa.
      std::string_view rest = tokens_[i].word;
      for (std::size_t hyphen = rest.find('-'); hyphen != rest.npos; hyphen = rest.find('-')) {
        words.push_back(rest.substr(0, hyphen));
        rest.remove_prefix(hyphen + 1);
      }
      words.push_back(rest);
    }
    if (is_passed_over(words.front()) || words.front().empty()) return false;
    const std::string letters = spelled_out(short_form.word);
    return words.front().front() == letters.front() && kliping::agrees(letters, words, shape);
  }

  void add(const Token& short_form, std::span<const std::size_t> name) {
    DefinedName defined{std::string{short_form.word}, {}};
    for (const std::size_t i : name) {
      if (!defined.long_form.empty()) defined.long_form += ' ';
      defined.long_form += tokens_[i].word;
    }
    if (std::ranges::find(found_, defined) == found_.end()) found_.push_back(std::move(defined));
  }

  std::string_view text_;
  Tokens tokens_;
  std::vector<DefinedName> found_;
};

}  // namespace

std::vector<DefinedName> find_defined_names(std::string_view text, const TokenList& tokens) {
  return Finder(text, tokens.tokens).find();
}

}  // namespace kliping
