// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

/// The bound morphemes of Indonesian, named as grammars name them: meN- and peN- end in a nasal
/// that assimilates to the root; pe- (petani, pejalan) has none.
namespace kliping::morphology {

enum class Prefix : std::uint8_t {
  none,
  meN,
  peN,
  pe,
  ber,
  ter,
  per,
  di,
  ke,
  se,
  si,
  /// The negation inside ke-tidak-stabil-an.
  tidak,
};
inline constexpr std::size_t prefix_kinds = static_cast<std::size_t>(Prefix::tidak) + 1;

enum class Suffix : std::uint8_t {
  none,
  kan,
  an,
  i,
  /// Only as the second half of a confix: se-…-nya, ke-…-nya. Elsewhere -nya is a clitic.
  nya,
};
inline constexpr std::size_t suffix_kinds = static_cast<std::size_t>(Suffix::nya) + 1;

/// Up to three prefixes, the outermost first: `mem-per-` is {meN, per}.
class Chain {
 public:
  static constexpr std::size_t max_length = 3;

  constexpr Chain() = default;
  constexpr explicit Chain(Prefix a, Prefix b = Prefix::none, Prefix c = Prefix::none)
      : prefixes_{a, b, c} {}

  constexpr Prefix operator[](std::size_t i) const { return prefixes_[i]; }
  constexpr Prefix outer() const { return prefixes_[0]; }
  constexpr bool empty() const { return outer() == Prefix::none; }
  constexpr std::size_t size() const {
    std::size_t n = 0;
    while (n < max_length && prefixes_[n] != Prefix::none) ++n;
    return n;
  }
  constexpr bool full() const { return prefixes_[max_length - 1] != Prefix::none; }
  /// With `prefix` added on the root's side; the chain must not be full.
  constexpr Chain with(Prefix prefix) const {
    Chain longer = *this;
    longer.prefixes_[size()] = prefix;
    return longer;
  }
  /// Without its outermost `n` prefixes.
  constexpr Chain without_outer(std::size_t n) const {
    Chain inner;
    for (std::size_t i = n; i < max_length; ++i) inner.prefixes_[i - n] = prefixes_[i];
    return inner;
  }
  /// The chain's prefixes and then those of `inner`, as many as fit.
  constexpr Chain followed_by(Chain inner) const {
    Chain joined = *this;
    for (std::size_t i = size(), k = 0; i < max_length; ++i, ++k) {
      joined.prefixes_[i] = inner.prefixes_[k];
    }
    return joined;
  }
  constexpr bool operator==(const Chain&) const = default;

 private:
  std::array<Prefix, max_length> prefixes_{};
};

/// Affixes that a root takes together: ke-…-an, meN-per-…-kan, or one alone.
struct Pattern {
  Chain chain;
  Suffix suffix = Suffix::none;

  constexpr bool bare() const { return chain.empty() && suffix == Suffix::none; }
  constexpr bool operator==(const Pattern&) const = default;
};

/// As explanations write it: `me-`, `ber-`.
constexpr std::string_view label(Prefix prefix) {
  constexpr std::string_view labels[] = {"",     "me-", "pe-", "pe-", "ber-", "ter-",
                                         "per-", "di-", "ke-", "se-", "si-",  "tidak"};
  return labels[static_cast<std::size_t>(prefix)];
}

/// As explanations write it: `-kan`.
constexpr std::string_view label(Suffix suffix) {
  constexpr std::string_view labels[] = {"", "-kan", "-an", "-i", "-nya"};
  return labels[static_cast<std::size_t>(suffix)];
}

/// The letters of a suffix.
constexpr std::string_view letters(Suffix suffix) {
  const std::string_view name = label(suffix);
  return name.empty() ? name : name.substr(1);
}

}  // namespace kliping::morphology
