// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kliping/analysis/token.hpp"

namespace kliping {

/// Which articles count as the same one again, `--dedup`.
enum class DuplicateRule : std::uint8_t {
  near,   ///< wire copy, republished, cut or with another lead
  exact,  ///< word for word
  off,
};

/// Makes the signatures that the index stores of articles, and by which duplicates are found. A
/// signature depends on the words of an article alone: not on letter case, spaces or page
/// furniture. Reuses its buffers: one per thread.
class SignatureMaker {
 public:
  /// The signature of the body's words; of a very short body, with the title's words before them.
  /// Empty where there are too few words to compare. Valid until the next call.
  const std::string& make(DuplicateRule rule, const TokenList& title, const TokenList& body);

 private:
  void make_near();
  void make_exact();

  std::vector<std::string_view> words_;
  std::vector<std::uint64_t> slots_;
  std::string text_;
  std::string signature_;
};

/// The rule that a stored signature was made by; off for none.
DuplicateRule rule_of(std::string_view stored) noexcept;

/// A stored signature, ready to be compared. Bytes that are no signature match nothing.
class Signature {
 public:
  Signature() = default;
  explicit Signature(std::string_view stored);

  /// Whether two articles are duplicates; symmetric, not transitive.
  bool matches(const Signature& other) const noexcept;

 private:
  enum class Kind : std::uint8_t { none, near, exact };

  bool near(const Signature& other) const noexcept;

  Kind kind_ = Kind::none;
  std::uint32_t shingles_ = 0;
  std::array<std::uint64_t, 8> bits_{};
};

}  // namespace kliping
