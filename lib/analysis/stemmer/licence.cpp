// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/stemmer/licence.hpp"

#include <algorithm>

namespace kliping::morphology {
namespace {

using P = Prefix;
using S = Suffix;

constexpr Pattern affixes(P a, S suffix = S::none) {
  return {Chain{a}, suffix};
}
constexpr Pattern affixes(P a, P b, S suffix = S::none) {
  return {Chain{a, b}, suffix};
}

constexpr HunspellFlag hunspell_flags[] = {
    {"B0", affixes(P::ber)},
    {"Ba", affixes(P::ber, S::an)},
    {"Bb", affixes(P::ber)},
    {"Bk", affixes(P::ber, S::kan)},
    {"BE", affixes(P::ber)},
    {"Bf", affixes(P::ber, S::an)},
    {"Bg", affixes(P::ber, S::kan)},
    {"BK", affixes(P::ber, P::ke)},
    {"Bl", affixes(P::ber, P::ke, S::an)},
    {"BI", affixes(P::ber, P::si)},
    {"BP", affixes(P::ber, P::peN)},
    {"Bq", affixes(P::ber, P::peN, S::an)},
    {"BS", affixes(P::ber, P::se)},
    {"Bt", affixes(P::ber, P::se, S::an)},
    {"D0", affixes(P::di)},
    {"Di", affixes(P::di, S::i)},
    {"Dk", affixes(P::di, S::kan)},
    {"Dm", affixes(P::di, P::ke, S::i)},
    {"Dn", affixes(P::di, P::ke, S::kan)},
    {"DR", affixes(P::di, P::per)},
    {"Dt", affixes(P::di, P::per, S::i)},
    {"Du", affixes(P::di, P::per, S::kan)},
    {"Dv", affixes(P::di, P::se, S::kan)},
    {"K0", affixes(P::ke)},
    {"Ka", affixes(P::ke, S::an)},
    {"Ki", affixes(P::ke, S::i)},
    {"Kn", affixes(P::ke, S::nya)},
    {"Kc", affixes(P::ke, P::ber, S::an)},
    {"Ko", affixes(P::ke, P::meN, S::an)},
    {"Kq", affixes(P::ke, P::peN, S::an)},
    {"Kt", affixes(P::ke, P::se, S::an)},
    {"Ku", affixes(P::ke, P::ter, S::an)},
    {"M0", affixes(P::meN)},
    {"Mi", affixes(P::meN, S::i)},
    {"Mk", affixes(P::meN, S::kan)},
    {"Me", affixes(P::meN, P::ber, S::kan)},
    {"MG", affixes(P::meN)},
    {"Mg", affixes(P::meN, S::i)},
    {"Mh", affixes(P::meN, S::kan)},
    {"MM", affixes(P::meN)},
    {"Mm", affixes(P::meN, S::i)},
    {"Mo", affixes(P::meN, S::kan)},
    {"MP", affixes(P::meN, P::per)},
    {"Mn", affixes(P::meN, P::per, S::an)},
    {"Mp", affixes(P::meN, P::per, S::i)},
    {"Mq", affixes(P::meN, P::per, S::kan)},
    {"MR", affixes(P::meN, P::per)},
    {"Mt", affixes(P::meN, P::per, S::i)},
    {"Mu", affixes(P::meN, P::per, S::kan)},
    {"MS", affixes(P::meN, P::se)},
    {"Mw", affixes(P::meN, P::se, S::i)},
    {"Mx", affixes(P::meN, P::se, S::kan)},
    {"O0", affixes(P::di)},  // ku-, kau-: the same voice
    {"Oi", affixes(P::di, S::i)},
    {"Ok", affixes(P::di, S::kan)},
    {"P0", affixes(P::peN)},
    {"Pa", affixes(P::peN, S::an)},
    {"Pc", affixes(P::peN, P::ber, S::an)},
    {"PE", affixes(P::pe)},
    {"Pf", affixes(P::pe, S::an)},
    {"PG", affixes(P::peN)},
    {"Pg", affixes(P::peN, S::an)},
    {"PK", affixes(P::peN)},
    {"Pl", affixes(P::peN, S::an)},
    {"PM", affixes(P::peN, P::meN)},
    {"Pn", affixes(P::peN, P::meN, S::an)},
    {"PN", affixes(P::peN)},
    {"Po", affixes(P::peN, S::an)},
    {"PR", affixes(P::peN, P::per)},
    {"Ps", affixes(P::peN, P::per, S::an)},
    {"PS", affixes(P::peN, P::se)},
    {"Pv", affixes(P::peN, P::se, S::an)},
    {"R0", affixes(P::per)},
    {"Ra", affixes(P::per, S::an)},
    {"Ri", affixes(P::per, S::i)},
    {"Rk", affixes(P::per, S::kan)},
    {"Rq", affixes(P::per, P::peN, S::an)},
    {"RS", affixes(P::per, P::se)},
    {"Rt", affixes(P::per, P::se, S::an)},
    {"S0", affixes(P::se)},
    {"Sa", affixes(P::se, S::an)},
    {"Sn", affixes(P::se, S::nya)},
    {"SB", affixes(P::se, P::ber)},
    {"Sb", affixes(P::se, P::ber, S::nya)},
    {"Sl", affixes(P::se, P::ke, S::an)},
    {"SK", affixes(P::se, P::ke)},
    {"SP", affixes(P::se, P::peN)},
    {"Sq", affixes(P::se, P::peN, S::an)},
    {"SR", affixes(P::se, P::per)},
    {"Ss", affixes(P::se, P::per, S::an)},
    {"ST", affixes(P::se, P::ter)},
    {"T0", affixes(P::ter)},
    {"Ta", affixes(P::ter, S::an)},
    {"Ti", affixes(P::ter, S::i)},
    {"Tk", affixes(P::ter, S::kan)},
    {"Tn", affixes(P::ter, S::nya)},
    {"TB", affixes(P::ter, P::ber)},
    {"TE", affixes(P::ter)},
    {"Tf", affixes(P::ter, S::an)},
    {"Tg", affixes(P::ter, S::i)},
    {"Th", affixes(P::ter, S::kan)},
    {"TK", affixes(P::ter, P::ke)},
    {"TR", affixes(P::ter, P::per)},
    {"a0", affixes(P::none, S::an)},
    {"i0", affixes(P::none, S::i)},
    {"k0", affixes(P::none, S::kan)},
};

/// Patterns that hunspell-id has no flag for and supplement.txt uses.
constexpr Pattern further_patterns[] = {
    affixes(P::meN, P::ke, S::kan), affixes(P::ter, P::per),         affixes(P::ke, P::per, S::an),
    affixes(P::di, P::ber, S::kan), affixes(P::ke, P::tidak, S::an), affixes(P::per, P::ber, S::an),
};

/// The last bit of a LicenceSet says that the root is bound.
constexpr std::size_t max_patterns = 127;

struct PatternList {
  std::array<Pattern, max_patterns> items{};
  std::size_t size = 0;

  constexpr std::size_t find(Pattern pattern) const {
    std::size_t i = 0;
    while (i < size && items[i] != pattern) ++i;
    return i;
  }
};

constexpr PatternList patterns = [] {
  PatternList list;
  for (const HunspellFlag& flag : hunspell_flags) {
    if (list.find(flag.pattern) == list.size) list.items[list.size++] = flag.pattern;
  }
  for (const Pattern& pattern : further_patterns) {
    if (list.find(pattern) == list.size) list.items[list.size++] = pattern;
  }
  return list;
}();

constexpr std::uint8_t not_attestable = 0xFF;

/// Bit of a pattern of at most two prefixes (all attestable ones are), by its parts.
constexpr auto bit_by_parts = [] {
  std::array<std::uint8_t, prefix_kinds * prefix_kinds * suffix_kinds> bits{};
  bits.fill(not_attestable);
  for (std::size_t i = 0; i < patterns.size; ++i) {
    const Pattern& p = patterns.items[i];
    bits[(static_cast<std::size_t>(p.chain[0]) * prefix_kinds +
          static_cast<std::size_t>(p.chain[1])) *
             suffix_kinds +
         static_cast<std::size_t>(p.suffix)] = static_cast<std::uint8_t>(i);
  }
  return bits;
}();

std::uint8_t bit_of(Pattern p) noexcept {
  if (p.chain.full()) return not_attestable;
  return bit_by_parts[(static_cast<std::size_t>(p.chain[0]) * prefix_kinds +
                       static_cast<std::size_t>(p.chain[1])) *
                          suffix_kinds +
                      static_cast<std::size_t>(p.suffix)];
}

/// A set of suffixes, and "the same as the word's".
using SuffixSet = std::uint8_t;
constexpr SuffixSet only(S suffix) {
  return static_cast<SuffixSet>(1U << static_cast<unsigned>(suffix));
}
constexpr SuffixSet same_suffix = 0x80;
constexpr SuffixSet verbal = only(S::none) | only(S::kan) | only(S::i);
constexpr SuffixSet nominal = only(S::none) | only(S::an);
constexpr SuffixSet every_suffix = verbal | nominal;

/// Attested `evidence` speaks for `word`, whatever prefixes stand inside both.
struct Kinship {
  Chain word;
  SuffixSet suffixes;
  Chain evidence;
  SuffixSet evidence_suffixes;
  Cost cost;
};

constexpr Chain none{};

/// Paradigms: a root attested in one form is likely to have the others. The first row that holds
/// is taken, so rows of one word stand from the best evidence to the weakest.
constexpr Kinship kinships[] = {
    // Voices of one verb: meN-, di-, ter- and the bare stem.
    {Chain{P::meN}, verbal, Chain{P::di}, same_suffix, 100},
    {Chain{P::meN}, verbal, Chain{P::ter}, same_suffix, 100},
    {Chain{P::di}, verbal, Chain{P::meN}, same_suffix, 100},
    {Chain{P::di}, verbal, Chain{P::ter}, same_suffix, 100},
    {Chain{P::ter}, verbal, Chain{P::meN}, same_suffix, 100},
    {Chain{P::ter}, verbal, Chain{P::di}, same_suffix, 100},
    {none, verbal, Chain{P::meN}, same_suffix, 100},
    {none, verbal, Chain{P::di}, same_suffix, 100},
    {none, verbal, Chain{P::ter}, same_suffix, 100},
    {Chain{P::meN}, verbal, Chain{P::peN}, nominal, 140},
    {Chain{P::di}, verbal, Chain{P::peN}, nominal, 140},
    {Chain{P::ter}, verbal, Chain{P::peN}, nominal, 140},
    // What is done with a verb has a name in -an: tulisan beside penulisan, menulis.
    {none, only(S::an), Chain{P::peN}, only(S::an), 100},
    {none, only(S::an), Chain{P::meN}, only(S::none), 100},
    // Agent and act of a transitive verb.
    {Chain{P::peN}, nominal, Chain{P::meN}, verbal, 100},
    {Chain{P::peN}, nominal, Chain{P::di}, verbal, 100},
    {Chain{P::peN}, nominal, Chain{P::peN}, nominal, 100},
    {Chain{P::peN}, nominal, Chain{P::ber}, only(S::none), 180},
    // Agent of a ber- verb: petani beside bertani.
    {Chain{P::pe}, nominal, Chain{P::pe}, nominal, 0},
    {Chain{P::pe}, nominal, Chain{P::ber}, only(S::none), 50},
    {Chain{P::pe}, nominal, Chain{P::peN}, nominal, 100},
    {Chain{P::pe}, nominal, Chain{P::meN}, verbal, 150},
    // The noun of a ber- or memper- verb: pertemuan beside bertemu.
    {Chain{P::per}, only(S::an), Chain{P::ber}, nominal, 100},
    {Chain{P::per}, only(S::an), Chain{P::meN, P::per}, verbal, 100},
    {Chain{P::per}, verbal, Chain{P::meN, P::per}, same_suffix, 100},
    {Chain{P::per}, verbal, Chain{P::di, P::per}, same_suffix, 100},
    {Chain{P::meN, P::per}, verbal, Chain{P::di, P::per}, verbal, 130},
    {Chain{P::meN, P::per}, verbal, Chain{P::meN, P::per}, verbal, 130},
    {Chain{P::di, P::per}, verbal, Chain{P::meN, P::per}, verbal, 130},
    {Chain{P::di, P::per}, verbal, Chain{P::di, P::per}, verbal, 130},
    {Chain{P::ter, P::per}, verbal, Chain{P::meN, P::per}, verbal, 130},
    {Chain{P::meN, P::per}, verbal, Chain{P::per}, only(S::an), 180},
    {Chain{P::di, P::per}, verbal, Chain{P::per}, only(S::an), 180},
    {Chain{P::meN, P::per}, verbal, Chain{P::ber}, only(S::none), 180},
    {Chain{P::di, P::per}, verbal, Chain{P::ber}, only(S::none), 180},
    // States: keberhasilan beside berhasil, keterbatasan beside terbatas.
    {Chain{P::ke, P::ber}, nominal, Chain{P::ber}, only(S::none), 100},
    {Chain{P::ke, P::ter}, nominal, Chain{P::ter}, only(S::none), 100},
    {Chain{P::ke, P::tidak}, only(S::an), Chain{P::ke}, only(S::an), 100},
    {Chain{P::ke, P::tidak}, only(S::an), none, every_suffix, 130},
    // An attested word with one more prefix around it.
    {Chain{P::meN}, every_suffix, none, every_suffix, 140},
    {Chain{P::di}, every_suffix, none, every_suffix, 140},
    {Chain{P::ter}, every_suffix, none, every_suffix, 140},
    {Chain{P::ber}, every_suffix, none, every_suffix, 140},
    {Chain{P::peN}, every_suffix, none, every_suffix, 140},
    {Chain{P::ke}, every_suffix, none, every_suffix, 140},
    {Chain{P::se}, every_suffix, none, every_suffix, 140},
    {Chain{P::per}, every_suffix, none, every_suffix, 140},
};

/// se- ("one", "as … as", "the whole") goes with any noun and adjective.
constexpr Cost free_se_cost = 150;

bool begins_with(Chain chain, Chain head) noexcept {
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (chain[i] != head[i]) return false;
  }
  return true;
}

bool evidence_holds(const Kinship& kin, Pattern pattern, const LicenceSet& attested) noexcept {
  const Chain chain = kin.evidence.followed_by(pattern.chain.without_outer(kin.word.size()));
  if (chain.empty() && kin.evidence_suffixes != same_suffix && kin.word.size() == 1 &&
      kin.evidence == none) {
    return false;  // the bare root is no evidence for its derivation
  }
  for (const S suffix : {S::none, S::kan, S::an, S::i}) {
    const bool wanted = kin.evidence_suffixes == same_suffix
                            ? suffix == pattern.suffix
                            : (kin.evidence_suffixes & only(suffix)) != 0;
    if (wanted && attested.has({chain, suffix})) return true;
  }
  return false;
}

}  // namespace

void LicenceSet::add(Pattern pattern) noexcept {
  const std::uint8_t bit = bit_of(pattern);
  if (bit != not_attestable) bits_[bit / 64] |= std::uint64_t{1} << (bit % 64);
}

void LicenceSet::add(const LicenceSet& other) noexcept {
  bits_[0] |= other.bits_[0];
  bits_[1] |= other.bits_[1];
}

bool LicenceSet::has(Pattern pattern) const noexcept {
  const std::uint8_t bit = bit_of(pattern);
  return bit != not_attestable && ((bits_[bit / 64] >> (bit % 64)) & 1) != 0;
}

std::optional<Pattern> pattern_of_flag(std::string_view flag) noexcept {
  const auto* const found = std::find_if(std::begin(hunspell_flags), std::end(hunspell_flags),
                                         [&](const HunspellFlag& f) { return f.flag == flag; });
  if (found == std::end(hunspell_flags)) return std::nullopt;
  return found->pattern;
}

std::size_t attestable_pattern_count() noexcept {
  return patterns.size;
}

Pattern attestable_pattern(std::size_t i) noexcept {
  return patterns.items[i];
}

Cost licence_cost(Pattern pattern, const LicenceSet& attested) noexcept {
  if (attested.has(pattern)) return attested_cost;
  if (attested.empty()) {
    return pattern.chain == Chain{P::se} ? free_se_cost : no_affixes_cost;
  }
  for (const Kinship& kin : kinships) {
    if ((kin.suffixes & only(pattern.suffix)) != 0 && begins_with(pattern.chain, kin.word) &&
        evidence_holds(kin, pattern, attested)) {
      return kin.cost;
    }
  }
  return pattern.chain == Chain{P::se} ? free_se_cost : other_affixes_cost;
}

}  // namespace kliping::morphology
