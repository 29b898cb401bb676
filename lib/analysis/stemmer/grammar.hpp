// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "analysis/stemmer/morpheme.hpp"

/// The affix grammar as tables: to teach the stemmer an affix or an allomorph, add a row.
/// After Sneddon, Adelaar, Djenar, Ewing: Indonesian Reference Grammar (2010), chapter 1, and
/// the spelling rules of 2022. Costs are hundredths of a nominal step; the analysis with the least
/// sum is chosen (analysis.hpp).
namespace kliping::morphology {

using Cost = int;

/// A set of lower-case letters and digits.
class LetterSet {
 public:
  constexpr LetterSet(const char* letters) {  // NOLINT: tables name the letters
    for (; *letters != '\0'; ++letters) bits_ |= bit(*letters);
  }
  constexpr bool has(char c) const { return (bits_ & bit(c)) != 0; }

 private:
  static constexpr std::uint64_t bit(char c) {
    if (c >= 'a' && c <= 'z') return std::uint64_t{1} << (c - 'a');
    if (c >= '0' && c <= '9') return std::uint64_t{1} << (26 + c - '0');
    return 0;
  }
  std::uint64_t bits_ = 0;
};

inline constexpr LetterSet vowels{"aeiou"};
inline constexpr LetterSet consonants{"bcdfghjklmnpqrstvwxyz"};
inline constexpr LetterSet any_letter{"abcdefghijklmnopqrstuvwxyz0123456789"};

/// One spelling of a prefix. It applies where the word goes on with a letter in `before`; then the
/// root's lost first consonant `restored`, if any, is put back.
struct Allomorph {
  Prefix prefix;
  std::string_view surface;
  LetterSet before;
  char restored;
  Cost cost;
};

/// meN- and peN- share their allomorphs, with `me` and `pe` before the nasal's letters: the table
/// gives what follows. k, p, s, t at the head of a root melt into the nasal.
struct NasalAllomorph {
  std::string_view nasal;
  LetterSet before;
  char restored;
  Cost cost;
};

inline constexpr NasalAllomorph nasal_allomorphs[] = {
    {"", "lrwy", '\0', 0},                // me-lihat, pe-rasa
    {"", "mn", '\0', 60},                 // me-masak, me-nyanyi; rarer than a melted p or t
    {"m", "bfv", '\0', 0},                // mem-beri, mem-fitnah
    {"m", "aeiour", 'p', 20},             // mem-(p)akai, mem-(p)roses
    {"m", "p", '\0', 100},                // mem-produksi, mem-punyai: p kept
    {"m", "aeiou", '\0', 350},            // colloquial
    {"n", "cdjz", '\0', 0},               // men-cari, men-dengar
    {"n", "s", '\0', 60},                 // men-sukseskan: s kept
    {"n", "aeiour", 't', 20},             // men-(t)olak, men-(t)ransfer
    {"n", "t", '\0', 80},                 // men-transkripsi, men-taati: t kept
    {"ny", "aeiou", 's', 0},              // meny-(s)apu
    {"ng", "aeiou", '\0', 10},            // meng-ukur
    {"ng", "aeiou", 'k', 10},             // meng-(k)arang
    {"ng", "ghqklr", '\0', 30},           // meng-gali, meng-hitung, meng-kritik
    {"ng", "bcdfjmnpstvwyz", '\0', 250},  // meng-download
    {"m", "cdghjklmnqstwxyz", '\0', 300},  // misspelt: mem-cari for men-cari
    {"n", "bfghklmnpqrvwx", '\0', 300},    // misspelt: men-beri for mem-beri
};

/// meng- and peng- take an e before a root of one syllable: menge-bom, penge-cat.
inline constexpr Cost nasal_with_e_cost = 0;

inline constexpr Allomorph allomorphs[] = {
    {Prefix::di, "di", any_letter, '\0', 0},       {Prefix::ke, "ke", any_letter, '\0', 0},
    {Prefix::se, "se", any_letter, '\0', 0},       {Prefix::si, "si", any_letter, '\0', 100},
    {Prefix::tidak, "tidak", any_letter, '\0', 0}, {Prefix::tidak, "tak", any_letter, '\0', 150},
    {Prefix::ber, "ber", any_letter, '\0', 0},     {Prefix::ber, "be", "r", '\0', 0},  // be-rambut
    {Prefix::ber, "bel", "a", '\0', 150},                                              // bel-ajar
    {Prefix::ter, "ter", any_letter, '\0', 0},     {Prefix::ter, "te", "r", '\0', 0},  // te-rasa
    {Prefix::ter, "tel", "a", '\0', 150},                                              // tel-anjur
    {Prefix::per, "per", any_letter, '\0', 0},     {Prefix::per, "pe", "r", '\0', 0},  // pe-rubahan
    {Prefix::per, "pel", "a", '\0', 150},                                              // pel-ajaran
    {Prefix::pe, "pe", consonants, '\0', 150},  // pe-tani, pe-serta
};

/// ber- and ter- lose their r before a first syllable in -er: be-kerja, te-percik.
inline constexpr Cost lost_r_cost = 0;

/// Which prefixes may follow directly inside which: the layers of a word.
struct Layering {
  Prefix outer;
  std::array<Prefix, 7> inner;
};

inline constexpr Layering layerings[] = {
    {Prefix::meN, {Prefix::per, Prefix::ber, Prefix::se, Prefix::ter, Prefix::ke, Prefix::peN}},
    {Prefix::di, {Prefix::per, Prefix::ber, Prefix::se, Prefix::ter, Prefix::ke, Prefix::peN}},
    {Prefix::ter, {Prefix::per, Prefix::ke, Prefix::ber, Prefix::se}},
    {Prefix::ber, {Prefix::peN, Prefix::per, Prefix::ke, Prefix::se, Prefix::si, Prefix::pe}},
    {Prefix::ke,
     {Prefix::ber, Prefix::ter, Prefix::se, Prefix::peN, Prefix::meN, Prefix::per, Prefix::tidak}},
    {Prefix::tidak, {Prefix::ber, Prefix::ter, Prefix::se, Prefix::meN, Prefix::peN}},
    {Prefix::peN, {Prefix::ber, Prefix::per, Prefix::se, Prefix::ke, Prefix::meN, Prefix::ter}},
    {Prefix::se, {Prefix::per, Prefix::ke, Prefix::ter, Prefix::ber, Prefix::peN}},
    {Prefix::per, {Prefix::se, Prefix::peN, Prefix::ber, Prefix::ke}},
};

/// The p of per- never melts into meN-: mem-per-kuat is as regular as can be.
struct LayerMerit {
  Prefix outer;
  Prefix inner;
  Cost merit;
};

inline constexpr LayerMerit layer_merits[] = {{Prefix::meN, Prefix::per, 80}};

/// Suffixes that go with an outermost prefix.
struct Confixing {
  Prefix outer;
  std::array<Suffix, 4> suffixes;
};

inline constexpr Confixing confixings[] = {
    {Prefix::none, {Suffix::none, Suffix::an, Suffix::kan, Suffix::i}},
    {Prefix::meN, {Suffix::none, Suffix::kan, Suffix::i}},
    {Prefix::di, {Suffix::none, Suffix::kan, Suffix::i}},
    {Prefix::ter, {Suffix::none, Suffix::kan, Suffix::i}},
    {Prefix::ber, {Suffix::none, Suffix::an, Suffix::kan}},
    {Prefix::per, {Suffix::none, Suffix::an, Suffix::kan, Suffix::i}},
    {Prefix::peN, {Suffix::none, Suffix::an}},
    {Prefix::pe, {Suffix::none, Suffix::an}},
    {Prefix::ke, {Suffix::none, Suffix::an, Suffix::i}},
    {Prefix::se, {Suffix::none, Suffix::an}},
};

/// Clitics lean on a whole word, outside every affix. Particles come last: buku-mu-lah.
struct Clitic {
  std::string_view letters;
  Cost cost;
};

inline constexpr Clitic particles[] = {
    {"", 0}, {"lah", 40}, {"kah", 60}, {"pun", 50}, {"tah", 300}};
inline constexpr Clitic possessives[] = {{"", 0}, {"nya", 30}, {"ku", 120}, {"mu", 160}};
/// Agents of a passive: ku-lihat, kau-lihat. They take the place of prefixes.
inline constexpr Clitic agents[] = {{"", 0}, {"ku", 250}, {"kau", 200}};

inline constexpr Suffix suffixes[] = {Suffix::none, Suffix::kan, Suffix::an, Suffix::i};

/// After a root in -k writers often drop one k of -kan: menunjukan for menunjukkan. Only verbs
/// with one of these prefixes are so read.
inline constexpr Cost dropped_k_cost = 120;
inline constexpr Prefix dropped_k_prefixes[] = {Prefix::meN, Prefix::di, Prefix::ter};

/// Affixes that are rare or mean little by themselves cost more, the less the root's licences
/// speak for them.
struct Surcharge {
  Prefix outer;
  Suffix suffix;
  /// Applies to licence costs from this one up.
  Cost from;
  Cost cost;
};

/// High enough that no other merit makes up for it.
inline constexpr Cost forbidden = 10'000;

inline constexpr Surcharge surcharges[] = {
    {Prefix::none, Suffix::i, 0, 100},  // temui: seen far less than menemui
    {Prefix::none, Suffix::i, 200, forbidden},
    {Prefix::none, Suffix::an, 400, 50},
    {Prefix::none, Suffix::kan, 0, 40},
    {Prefix::ber, Suffix::kan, 101, 150},
    {Prefix::peN, Suffix::none, 200, 100},
    {Prefix::ke, Suffix::i, 0, 250},  // ketahui, and hardly another
    {Prefix::se, Suffix::an, 0, 200},
};

/// The same for a prefix that is the word's only one.
inline constexpr Surcharge lone_surcharges[] = {
    {Prefix::ke, Suffix::none, 0, 150},   // ketua, kedua: a closed set
    {Prefix::per, Suffix::none, 0, 200},  // the bare imperative: perkuat
    {Prefix::per, Suffix::kan, 0, 200},
    {Prefix::per, Suffix::i, 0, 200},
};

/// Every prefix, and every one after the first.
inline constexpr Cost prefix_cost = 25;
inline constexpr Cost inner_prefix_cost = 50;

/// What speaks for a root: it takes many affixes (so it is common), and it explains many letters.
inline constexpr std::array<Cost, 13> richness_merits = {0,   55,  87,  110, 128, 142, 154,
                                                         165, 174, 183, 190, 197, 200};
inline constexpr Cost letter_merit = 12;
inline constexpr Cost two_letter_root_cost = 400;
inline constexpr Cost three_letter_root_cost = 80;
/// A head with nothing cut but clitics.
inline constexpr Cost bare_root_merit = 220;
/// Readings dearer than this are not believed.
inline constexpr Cost belief_limit = 410;

}  // namespace kliping::morphology
