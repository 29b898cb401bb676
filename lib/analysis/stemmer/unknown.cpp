// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <span>

#include "analysis/stemmer/resolve.hpp"

namespace kliping::morphology {
namespace {

/// What must be seen of a rest before an affix is cut off it.
enum class Sign : std::uint8_t {
  none,
  loan,       ///< it ends as loans do
  loan_verb,  ///< it ends as loans do that are made verbs at once: di-verifikasi
};

/// Affixes cut off a word whose root is unknown: kept few, for names look affixed too.
struct LightAffixes {
  std::string_view prefix;
  LetterSet before;
  std::string_view suffix;
  Sign sign;
  std::size_t min_rest;
};

constexpr LightAffixes light_affixes[] = {
    {"memper", any_letter, "kan", Sign::none, 4}, {"memper", any_letter, "i", Sign::none, 4},
    {"diper", any_letter, "kan", Sign::none, 4},  {"diper", any_letter, "i", Sign::none, 4},
    {"meng", "aiueoghk", "kan", Sign::none, 4},   {"mem", "bfvp", "kan", Sign::none, 4},
    {"men", "cdjtsz", "kan", Sign::none, 4},      {"me", "lrwy", "kan", Sign::none, 4},
    {"di", any_letter, "kan", Sign::none, 4},     {"meng", "aiueoghk", "i", Sign::none, 5},
    {"mem", "bfvp", "i", Sign::none, 5},          {"men", "cdjtsz", "i", Sign::none, 5},
    {"me", "lrwy", "i", Sign::none, 5},           {"di", any_letter, "i", Sign::none, 5},
    {"meng", "aiueoghk", "", Sign::none, 5},      {"mem", "bfvp", "", Sign::none, 5},
    {"men", "cdjtsz", "", Sign::none, 5},         {"me", "lrwy", "", Sign::loan, 4},
    {"di", any_letter, "", Sign::loan_verb, 5},   {"pem", "bfvp", "an", Sign::loan, 5},
    {"pen", "cdjtsz", "an", Sign::loan, 5},       {"peng", "aiueoghk", "an", Sign::loan, 5},
    {"per", any_letter, "an", Sign::loan, 5},     {"ke", any_letter, "an", Sign::loan, 5},
    {"ber", any_letter, "", Sign::loan, 5},       {"ter", any_letter, "", Sign::loan, 5},
};

constexpr std::string_view loan_verb_endings[] = {"asi", "ksi", "isi", "usi", "nsi", "gsi", "ir"};
constexpr std::string_view loan_endings[] = {"is", "or", "ing", "it", "et", "al",
                                             "if", "ik", "fi",  "gi", "si", "ir"};

/// How an Indonesian word or a loan may begin, up to its first vowel.
constexpr std::string_view onsets[] = {
    "",   "b",  "c",  "d",  "f",  "g",  "h",  "j",  "k",  "l",  "m",   "n",   "p",   "q",  "r",
    "s",  "t",  "v",  "w",  "x",  "y",  "z",  "ny", "ng", "kh", "sy",  "bl",  "br",  "cl", "cr",
    "dr", "fl", "fr", "gl", "gr", "kl", "kr", "pl", "pr", "ps", "tr",  "sl",  "sp",  "st", "sk",
    "sm", "sn", "sw", "tw", "kw", "dw", "ph", "th", "ch", "sh", "str", "spr", "skr", "skl"};

template <std::size_t N>
bool ends_with_one_of(std::string_view word, const std::string_view (&endings)[N]) {
  return std::any_of(std::begin(endings), std::end(endings),
                     [&](std::string_view ending) { return word.ends_with(ending); });
}

bool begins_well(std::string_view rest) {
  const auto* const vowel =
      std::find_if(rest.begin(), rest.end(), [](char c) { return vowels.has(c); });
  if (vowel == rest.end()) return false;
  const std::string_view onset{rest.data(), static_cast<std::size_t>(vowel - rest.begin())};
  return std::find(std::begin(onsets), std::end(onsets), onset) != std::end(onsets);
}

bool shows(std::string_view rest, Sign sign) {
  switch (sign) {
    case Sign::none:
      return true;
    case Sign::loan_verb:
      return ends_with_one_of(rest, loan_verb_endings);
    case Sign::loan:
      return ends_with_one_of(rest, loan_verb_endings) || ends_with_one_of(rest, loan_endings);
  }
  return false;
}

std::string_view cut(std::string_view word, const LightAffixes& affixes) {
  if (!begins(word, affixes.prefix) || !ends(word, affixes.suffix)) return {};
  const std::size_t affix_bytes = affixes.prefix.size() + affixes.suffix.size();
  if (word.size() < affix_bytes + affixes.min_rest) return {};
  const std::string_view rest = word.substr(affixes.prefix.size(), word.size() - affix_bytes);
  if (!affixes.before.has(rest.front()) || !begins_well(rest)) return {};
  // Loans in dis- have no di-: distraksi, diskresi.
  if (affixes.prefix == "di" && rest.front() == 's' && !vowels.has(rest[1])) return {};
  // An -i that belongs to the loan is no suffix: meng-organisasi.
  if (affixes.suffix == "i" && ends_with_one_of(word, loan_verb_endings)) return {};
  return shows(rest, affixes.sign) ? rest : std::string_view{};
}

}  // namespace

Resolution resolve_unknown(const Lexicon& lexicon, std::string_view word) noexcept {
  constexpr std::string_view clitic = "nya";
  constexpr std::size_t min_host = 4;
  std::string_view host = word;
  if (word.ends_with(clitic) && word.size() >= clitic.size() + min_host) {
    host.remove_suffix(clitic.size());
    if (const auto entry = lexicon.find(host); entry && entry->kind != EntryKind::form) {
      return {entry->root, Way::light};
    }
  }
  for (const LightAffixes& affixes : light_affixes) {
    if (const std::string_view rest = cut(host, affixes); !rest.empty()) return {rest, Way::light};
  }
  return {host, host.size() == word.size() ? Way::whole : Way::light};
}

}  // namespace kliping::morphology
