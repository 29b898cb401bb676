// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/hyphen.hpp"

#include <algorithm>
#include <iterator>

namespace kliping {

namespace {

using namespace std::string_view_literals;

// All lists in byte order, to be searched by halves.
constexpr std::string_view bound_prefixes[] = {
    "be"sv,     "ber"sv,  "di"sv,    "diper"sv, "ke"sv,  "me"sv, "mem"sv,
    "memper"sv, "men"sv,  "meng"sv,  "menge"sv, "nge"sv, "pe"sv, "pem"sv,
    "pen"sv,    "peng"sv, "penge"sv, "per"sv,   "se"sv,  "ter"sv};
constexpr std::string_view bound_suffixes[] = {"an"sv,  "annya"sv,  "i"sv,  "inya"sv, "kah"sv,
                                               "kan"sv, "kannya"sv, "ku"sv, "lah"sv,  "mu"sv,
                                               "nya"sv, "nyalah"sv, "pun"sv};
constexpr std::string_view free_prefixes[] = {
    "antar"sv, "anti"sv,  "eks"sv,   "ekstra"sv, "inter"sv, "intra"sv, "kontra"sv, "maha"sv,
    "makro"sv, "mikro"sv, "multi"sv, "neo"sv,    "non"sv,   "pasca"sv, "pra"sv,    "pro"sv,
    "semi"sv,  "sub"sv,   "super"sv, "supra"sv,  "swa"sv,   "tele"sv,  "trans"sv,  "ultra"sv};
/// Of the second half alone: `anak-anaknya`, `besar-besaran`.
constexpr std::string_view doubled_suffixes[] = {
    ""sv,    "ain"sv, "an"sv,   "anku"sv,   "anlah"sv, "anmu"sv,   "annya"sv,
    "i"sv,   "in"sv,  "inya"sv, "kah"sv,    "kan"sv,   "kannya"sv, "ku"sv,
    "lah"sv, "mu"sv,  "nya"sv,  "nyalah"sv, "pun"sv};
/// Of the first half (`ter|gila-gila`), or, nasal and all, of the second (`tolong-me|nolong`).
constexpr std::string_view doubled_prefixes[] = {
    ""sv,    "be"sv,     "ber"sv,   "di"sv,   "ke"sv,    "keber"sv, "kese"sv, "me"sv,
    "mem"sv, "memper"sv, "men"sv,   "meng"sv, "menge"sv, "meny"sv,  "pe"sv,   "pem"sv,
    "pen"sv, "peng"sv,   "penge"sv, "peny"sv, "per"sv,   "se"sv,    "ter"sv};
/// First halves that sound like their second but are words beside it: `siswa-siswi`, `visi-misi`.
constexpr std::string_view paired_words[] = {"cowok"sv,  "dewa"sv,  "mahasiswa"sv, "pemuda"sv,
                                             "putera"sv, "putra"sv, "saudara"sv,   "siswa"sv,
                                             "timor"sv,  "visi"sv};
static_assert(std::ranges::is_sorted(paired_words) && std::ranges::is_sorted(bound_prefixes) &&
              std::ranges::is_sorted(bound_suffixes) && std::ranges::is_sorted(free_prefixes) &&
              std::ranges::is_sorted(doubled_suffixes) && std::ranges::is_sorted(doubled_prefixes));

constexpr std::size_t shortest_doubled = 2;
/// Longer halves are no words; a bound keeps the comparison cheap.
constexpr std::size_t longest_half = 40;

template <std::size_t n>
bool contains(const std::string_view (&list)[n], std::string_view word) noexcept {
  return std::ranges::binary_search(list, word);
}

/// `anak` + `anaknya`, `gila` + `gila`; the first half may have shed a prefix already.
bool continues(std::string_view base, std::string_view second) noexcept {
  if (base == second) return base.size() >= shortest_doubled;
  return base.size() > shortest_doubled && second.starts_with(base) &&
         contains(doubled_suffixes, second.substr(base.size()));
}

/// `tolong` + `menolong`: the doubled half has a prefix, which may have taken the first sound.
bool answers(std::string_view base, std::string_view second) noexcept {
  for (const std::string_view tail : {base, base.substr(1)}) {
    const std::size_t at = tail.size() < 3 ? std::string_view::npos : second.rfind(tail);
    if (at == std::string_view::npos || at == 0) continue;
    if (contains(doubled_prefixes, second.substr(0, at)) &&
        contains(doubled_suffixes, second.substr(at + tail.size()))) {
      return true;
    }
  }
  return false;
}

bool is_vowel(char c) noexcept {
  return "aeiou"sv.find(c) != std::string_view::npos;
}

/// `sayur-mayur`: another first sound; `bolak-balik`, `gerak-gerik`: other vowels.
bool varies(std::string_view first, std::string_view second) noexcept {
  if (first.size() != second.size() || first.size() < 4) return false;
  if (contains(paired_words, first)) return false;
  if (first.substr(1) == second.substr(1)) return true;
  return std::ranges::equal(first, second,
                            [](char a, char b) { return a == b || (is_vowel(a) && is_vowel(b)); });
}

}  // namespace

bool is_hyphened_prefix(std::string_view word) noexcept {
  return contains(bound_prefixes, word);
}
bool is_hyphened_suffix(std::string_view word) noexcept {
  return contains(bound_suffixes, word);
}
bool is_free_prefix(std::string_view word) noexcept {
  return contains(free_prefixes, word);
}

bool reduplicates(std::string_view first, std::string_view second) noexcept {
  if (first.size() < shortest_doubled || second.size() < shortest_doubled) return false;
  if (std::max(first.size(), second.size()) > longest_half) return false;
  for (const std::string_view prefix : doubled_prefixes) {
    if (first.starts_with(prefix) && continues(first.substr(prefix.size()), second)) return true;
  }
  return answers(first, second) || varies(first, second);
}

}  // namespace kliping
