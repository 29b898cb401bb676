// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <string_view>

#include "analysis/stemmer/grammar.hpp"
#include "analysis/stemmer/morpheme.hpp"

/// A licence is an affix pattern with which a dictionary attests a root: what the flags behind a
/// word of hunspell's say. Here is which licences a root has, and how far they speak for a pattern
/// that is not among them.
namespace kliping::morphology {

/// The patterns that a root is attested with; patterns outside `attestable_patterns` cannot be.
class LicenceSet {
 public:
  constexpr LicenceSet() = default;
  constexpr LicenceSet(std::uint64_t low, std::uint64_t high) : bits_{low, high} {}

  void add(Pattern pattern) noexcept;
  void add(const LicenceSet& other) noexcept;
  bool has(Pattern pattern) const noexcept;
  /// A bound root (temu, juang) is no word without an affix.
  void mark_bound() noexcept { bits_[1] |= bound_bit; }
  bool bound() const noexcept { return (bits_[1] & bound_bit) != 0; }
  bool empty() const noexcept { return size() == 0; }
  int size() const noexcept {
    return std::popcount(bits_[0]) + std::popcount(bits_[1] & ~bound_bit);
  }
  const std::array<std::uint64_t, 2>& bits() const noexcept { return bits_; }
  auto operator<=>(const LicenceSet&) const = default;

 private:
  static constexpr std::uint64_t bound_bit = std::uint64_t{1} << 63;
  std::array<std::uint64_t, 2> bits_{};
};

/// A two-letter affix flag of Debian's id_ID.aff and the pattern that it stands for.
struct HunspellFlag {
  std::string_view flag;
  Pattern pattern;
};

/// Nothing for flags that mean a clitic or a rule of spelling.
std::optional<Pattern> pattern_of_flag(std::string_view flag) noexcept;

/// Every pattern once, in the order of their bits in a LicenceSet.
std::size_t attestable_pattern_count() noexcept;
Pattern attestable_pattern(std::size_t i) noexcept;

/// What it costs to believe that a root so attested takes `pattern`: 0 if it is attested.
/// Costs rise from a member of the same paradigm to a root that takes no affix at all.
Cost licence_cost(Pattern pattern, const LicenceSet& attested) noexcept;

inline constexpr Cost attested_cost = 0;
inline constexpr Cost other_affixes_cost = 300;
inline constexpr Cost no_affixes_cost = 420;

}  // namespace kliping::morphology
