// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "kliping/error.hpp"

namespace kliping {

/// The word lists by which a user corrects the lexicon, as an index stores them: folded and sorted,
/// one entry a line, so that equal lists are equal texts.
struct WordLists {
  /// A line is a word, a tab and the word's root.
  std::string exceptions;
  /// A line is a word that stays whole: it is its own root.
  std::string protect;

  bool empty() const noexcept { return exceptions.empty() && protect.empty(); }
  bool operator==(const WordLists&) const = default;
};

/// Read a list as users write it, for `--exceptions` and `--protect`, and give it in the form that
/// an index stores. Empty lines and lines that begin with # are passed over. Each line that is no
/// entry, or contradicts an earlier one, adds a fault with `file` and the line's number.
std::string read_exceptions(std::string_view text, const std::string& file,
                            std::vector<Diagnostic>& faults);
std::string read_protected(std::string_view text, const std::string& file,
                           std::vector<Diagnostic>& faults);

/// Stored lists, ready for look-up. Const, and so thread-safe.
class UserWords {
 public:
  /// Lines that `read_exceptions` and `read_protected` would not have written are passed over.
  explicit UserWords(const WordLists& lists);

  /// The root that the user gives a folded word. A protected word is its own root, also where it is
  /// an exception as well. Empty for a word of neither list. The view lives as long as this object.
  std::optional<std::string_view> root(std::string_view word) const noexcept;

  bool empty() const noexcept { return roots_.empty(); }
  /// Tells lists apart; "" for empty ones.
  const std::string& fingerprint() const noexcept { return fingerprint_; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const noexcept {
      return std::hash<std::string_view>{}(word);
    }
  };
  std::unordered_map<std::string, std::string, Hash, std::equal_to<>> roots_;
  std::string fingerprint_;
};

}  // namespace kliping
