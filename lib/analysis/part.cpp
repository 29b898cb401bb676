// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/part.hpp"

#include <algorithm>
#include <string>

#include "analysis/fold.hpp"
#include "analysis/number.hpp"

namespace kliping {

namespace {

/// Written to the number without a space: `Rp1.500`.
constexpr std::string_view currencies[] = {"rp", "idr", "usd", "sgd", "eur"};

bool is_letter(CharacterClass c) {
  return (static_cast<ClassSet>(c) & letters) != 0;
}

bool is_currency(std::string_view surface) {
  const auto same = [](char a, char b) { return (a | 0x20) == b; };
  return std::ranges::any_of(currencies, [&](std::string_view currency) {
    return std::ranges::equal(surface, currency, same);
  });
}

}  // namespace

bool PartScanner::apostrophe_joins(CharacterClass before, std::size_t after) const {
  const CharacterClass next = class_at(text_, after);
  // `kata'Nah` is a closing quote that lost its space.
  const bool glued = before == CharacterClass::lower && next == CharacterClass::upper;
  return is_letter(before) && is_letter(next) && !glued;
}

PartScanner::Run PartScanner::run_at(std::size_t begin) const {
  Run run{begin, begin, 0, 0};
  CharacterClass before = CharacterClass::separator;
  for (std::size_t i = begin; i < text_.size();) {
    const std::size_t at = i;
    const CharacterClass c = next_class(text_, i);
    if ((static_cast<ClassSet>(c) & letters_and_digits) != 0) {
      if (c == CharacterClass::digit && is_letter(before) && run.characters <= 3 &&
          is_currency(text_.substr(begin, at - begin))) {
        break;
      }
      ++run.characters;
      before = c;
    } else if (run.end == begin) {
      if (c != CharacterClass::ideograph) break;
      before = c;
    } else if (c == CharacterClass::invisible ||
               (c == CharacterClass::apostrophe && apostrophe_joins(before, i))) {
      continue;
    } else if (c != CharacterClass::mark) {
      break;
    }
    run.classes = run.classes | c;
    if (c == CharacterClass::lower) {
      // The short way through the bulk of all text; the loop would do the same.
      const std::size_t first = i;
      while (i < text_.size() && text_[i] >= 'a' && text_[i] <= 'z') ++i;
      run.characters += i - first;
    }
    run.end = i;
    if (before == CharacterClass::ideograph && class_at(text_, i) != CharacterClass::mark) break;
  }
  return run;
}

void PartScanner::take(std::size_t begin, std::size_t end, ClassSet classes,
                       std::string_view folded, Part& part) const {
  part = {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, folded, classes};
}

void PartScanner::take_number(const Run& run, Part& part) {
  if (run.begin < separate_numbers_until_) {
    take(run.begin, run.end, run.classes,
         fold_word(text_.substr(run.begin, run.end - run.begin), arena_), part);
    return;
  }
  const Number number = scan_number(text_, run.begin, run.end, arena_);
  separate_numbers_until_ = number.group_end;
  take(run.begin, number.end, run.classes, number.folded, part);
}

bool PartScanner::take_abbreviation(const Run& run, Part& part) {
  Run last = run;
  std::string spelled;
  while (last.end < text_.size() && text_[last.end] == '.') {
    const Run next = run_at(last.end + 1);
    if (next.characters != 1 || !next.only_letters()) break;
    if (spelled.empty()) spelled.append(text_, run.begin, run.end - run.begin);
    if (spelled.size() < max_word_bytes) spelled.append(text_, next.begin, next.end - next.begin);
    last = next;
  }
  if (spelled.empty()) return false;
  take(run.begin, last.end, run.classes, fold_word(spelled, arena_), part);
  return true;
}

bool PartScanner::take_ampersand(const Run& run, Part& part) {
  const Run right = run_at(run.end + 1);
  if (right.characters == 0 || right.characters > 2 || !right.only_letters()) return false;
  take(run.begin, right.end, run.classes | right.classes,
       fold_word(text_.substr(run.begin, right.end - run.begin), arena_), part);
  return true;
}

bool PartScanner::scan(std::size_t i, Part& part) {
  const Run run = run_at(i);
  if (run.end == run.begin) return false;
  if (run.classes == static_cast<ClassSet>(CharacterClass::digit)) {
    take_number(run, part);
    return true;
  }
  if (run.characters <= 2 && run.end < text_.size() && run.only_letters()) {
    if (run.characters == 1 && text_[run.end] == '.' && take_abbreviation(run, part)) return true;
    if (text_[run.end] == '&' && take_ampersand(run, part)) return true;
  }
  take(run.begin, run.end, run.classes,
       fold_word(text_.substr(run.begin, run.end - run.begin), arena_), part);
  return true;
}

}  // namespace kliping
