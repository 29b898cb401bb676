// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "analysis/lexicon/draft.hpp"

namespace kliping::morphology {
namespace {

bool is_vowel(char c) {
  return vowels.has(c);
}

/// Whether `row` can stand before `stem`: its melted consonant is the stem's first, or it goes
/// before that letter and melts nothing.
template <typename Row>
bool suits(const Row& row, std::string_view stem) {
  if (row.restored == '\0') return row.before.has(stem[0]);
  return stem[0] == row.restored && row.before.has(stem[1]);
}

template <typename Row>
std::string_view kept(const Row& row, std::string_view stem) {
  return stem.substr(row.restored == '\0' ? 0 : 1);
}

/// The cheapest allomorph is the regular one; a cluster (proses) may as well keep its consonant.
void attach_nasal(std::string_view prefix, std::string_view stem, std::vector<std::string>& out) {
  Cost least = forbidden;
  for (const NasalAllomorph& row : nasal_allomorphs) {
    if (suits(row, stem)) least = std::min(least, row.cost);
  }
  constexpr Cost spread = 80;
  const bool cluster = !is_vowel(stem[0]) && !is_vowel(stem[1]);
  for (const NasalAllomorph& row : nasal_allomorphs) {
    if (!suits(row, stem) || row.cost > least + (cluster ? spread : 0)) continue;
    out.push_back(std::string{prefix}.append(row.nasal).append(kept(row, stem)));
  }
  if (std::count_if(stem.begin(), stem.end(), is_vowel) == 1) {
    out.push_back(std::string{prefix}.append("nge").append(stem));
  }
}

void attach(Prefix prefix, std::string_view stem, std::vector<std::string>& out) {
  if (prefix == Prefix::meN) return attach_nasal("me", stem, out);
  if (prefix == Prefix::peN) return attach_nasal("pe", stem, out);
  if ((prefix == Prefix::ber || prefix == Prefix::ter) && stem.substr(1, 2) == "er" &&
      stem[0] != 'r') {
    out.push_back(std::string{prefix == Prefix::ber ? "be" : "te"}.append(stem));
    return;
  }
  for (const Allomorph& row : allomorphs) {
    const bool merges = (prefix == Prefix::ber || prefix == Prefix::ter || prefix == Prefix::per) &&
                        stem[0] == 'r' && row.surface.ends_with('r');
    constexpr Cost regular = 0;
    if (row.prefix != prefix || merges || !suits(row, stem)) continue;
    if (row.cost == regular || prefix == Prefix::pe || prefix == Prefix::si) {
      out.push_back(std::string{row.surface}.append(stem));
    }
  }
}

}  // namespace

std::vector<std::string> licensed_forms(std::string_view head, const LicenceSet& licences) {
  std::vector<std::string> forms;
  if (head.size() < 2) return forms;
  for (std::size_t i = 0; i < attestable_pattern_count(); ++i) {
    const Pattern pattern = attestable_pattern(i);
    if (!licences.has(pattern)) continue;
    std::vector<std::string> stems{std::string{head}.append(letters(pattern.suffix))};
    for (std::size_t k = pattern.chain.size(); k-- > 0;) {
      std::vector<std::string> longer;
      const bool memper = pattern.chain[k] == Prefix::meN && k + 1 < Chain::max_length &&
                          pattern.chain[k + 1] == Prefix::per;
      for (const std::string& stem : stems) {
        if (memper)
          longer.push_back("mem" + stem);  // the p of per- stays
        else
          attach(pattern.chain[k], stem, longer);
      }
      stems = std::move(longer);
    }
    forms.insert(forms.end(), stems.begin(), stems.end());
  }
  return forms;
}

}  // namespace kliping::morphology
