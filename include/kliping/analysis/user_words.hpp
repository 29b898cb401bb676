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

/// What a user knows better than the lexicon, as an index stores it: folded and sorted, an entry
/// a line. Equal lists are equal texts.
struct WordLists {
  /// Word, tab, root.
  std::string exceptions;
  /// Words that stay whole.
  std::string protect;

  bool empty() const noexcept { return exceptions.empty() && protect.empty(); }
  bool operator==(const WordLists&) const = default;
};

/// A list as users write it (`--exceptions`, `--protect`), in the form that an index stores. Empty
/// lines and lines that begin with # pass; each line that is no entry, and each that contradicts
/// an earlier one, is a fault that names `file` and line.
std::string read_exceptions(std::string_view text, const std::string& file,
                            std::vector<Diagnostic>& faults);
std::string read_protected(std::string_view text, const std::string& file,
                           std::vector<Diagnostic>& faults);

/// Stored lists, ready to be asked. Const, and so thread-safe.
class UserWords {
 public:
  /// Lines that `read_exceptions` and `read_protected` would not have written are passed over.
  explicit UserWords(const WordLists& lists);

  /// The root that the user gives a folded word: itself if it is protected, for that wins over an
  /// exception; empty for a word of neither list. The view lives as long as this.
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
