// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/variant.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "analysis/by_first_letter.hpp"
#include "analysis/old_spelling.hpp"
#include "analysis/static_table.hpp"
#include "analysis/stemmer/compiled_lexicon.hpp"

namespace kliping {

namespace {

#include "lexicon/variants.inc"

constexpr std::uint32_t hash(std::string_view word) noexcept {
  // FNV-1a (Fowler, Noll, Vo).
  std::uint32_t h = 2166136261;
  for (const char c : word) h = (h ^ static_cast<unsigned char>(c)) * 16777619;
  return h;
}

/// Finds a row by one of its columns, in an open-addressing hash table that the compiler fills.
/// Most words of running text are in no row, which one look at an empty slot shows.
template <const auto& rows, std::size_t key>
class Index {
 public:
  /// The row's number; empty where no row has the word.
  static std::optional<std::size_t> find(std::string_view word) noexcept {
    for (std::size_t i = hash(word) % slot_count; slots[i] != 0; i = (i + 1) % slot_count) {
      const std::size_t row = slots[i] - 1;
      if (rows.cell(row, key) == word) return row;
    }
    return {};
  }

 private:
  static constexpr std::size_t slot_count = 4096;
  static_assert(rows.size() * 4 <= slot_count, "a sparse table, so that a miss ends at once");

  static constexpr auto slots = [] {
    std::array<std::uint16_t, slot_count> table{};
    for (std::size_t row = 0; row < rows.size(); ++row) {
      std::size_t i = hash(rows.cell(row, key)) % slot_count;
      while (table[i] != 0) i = (i + 1) % slot_count;
      table[i] = static_cast<std::uint16_t>(row + 1);
    }
    return table;
  }();
};

enum CompoundColumn { apart, joined, flags };
enum SpellingColumn { variant, standard };

constexpr bool has_flag(std::string_view list, std::string_view flag) {
  return list.find(flag) != std::string_view::npos;
}

/// Prefixes that make a compound with any word: pasca-, antar-, non-. Those that are also words
/// of their own prove nothing.
constexpr bool is_productive(std::size_t row) {
  const std::string_view list = compound_rows.cell(row, flags);
  return has_flag(list, "bound") && !has_flag(list, "free");
}

constexpr std::size_t bound_prefix_count = [] {
  std::size_t count = 0;
  for (std::size_t row = 0; row < compound_rows.size(); ++row) count += is_productive(row);
  return count;
}();

constexpr auto bound_prefix_rows = [] {
  std::array<std::uint16_t, bound_prefix_count> rows{};
  auto out = rows.begin();
  for (std::size_t row = 0; row < compound_rows.size(); ++row) {
    if (is_productive(row)) *out++ = static_cast<std::uint16_t>(row);
  }
  std::ranges::sort(rows, {}, [](std::size_t row) { return compound_rows.cell(row, joined); });
  return rows;
}();

constexpr ByFirstLetter bound_prefixes{
    bound_prefix_count,
    [](std::size_t i) { return compound_rows.cell(bound_prefix_rows[i], joined).front(); }};

/// Shorter than this, what is left after a prefix is a word by chance.
constexpr std::size_t shortest_rest = 4;

bool is_head(std::string_view word) noexcept {
  const auto entry = morphology::compiled_lexicon.find(word);
  return entry && entry->kind == morphology::EntryKind::head;
}

CompoundWords split_bound(std::string_view root) noexcept {
  if (root.empty()) return {};
  const auto [begin, end] = bound_prefixes.at(root.front());
  for (std::size_t i = begin; i < end; ++i) {
    const std::string_view prefix = compound_rows.cell(bound_prefix_rows[i], joined);
    if (!root.starts_with(prefix) || root.size() < prefix.size() + shortest_rest) continue;
    const std::string_view rest = root.substr(prefix.size());
    if (!is_head(rest) || morphology::compiled_lexicon.find(root)) continue;
    return {{prefix, rest}, 2};
  }
  return {};
}

/// Shorter words are foreign names more often than old spellings.
constexpr std::size_t shortest_old_word = 5;

bool is_known(std::string_view word) noexcept {
  return morphology::compiled_lexicon.find(word).has_value();
}

/// The root of a word in the old spelling, in `buffer`; `root`, which `stem` gave, of any other.
std::string_view modern_root(std::string_view word, std::string_view root,
                             RootBuffer& buffer) noexcept {
  if (word.size() < shortest_old_word || word.size() > max_old_word_bytes) return root;
  const OldLetters letters = old_letters(word);
  if (letters == OldLetters::none || is_known(root) || is_known(word)) return root;
  std::array<char, max_old_word_bytes> respelled;
  const std::string_view modern = modern_spelling(word, respelled.data());
  // Mistyped words (menjalim) reach a root by way of the grammar; so letters that prove little
  // need a modern word that is in use.
  if (letters == OldLetters::possible && !is_known(modern)) return root;
  RootBuffer room;
  const std::string_view found = stem(modern, room);
  if (!is_known(found)) return root;
  std::copy(found.begin(), found.end(), buffer.begin());
  return {buffer.data(), found.size()};
}

}  // namespace

std::string_view standard_spelling(std::string_view root) noexcept {
  const auto row = Index<spelling_rows, variant>::find(root);
  return row ? spelling_rows.cell(*row, standard) : root;
}

std::string_view standard_root(std::string_view word, RootBuffer& buffer) noexcept {
  const std::string_view root = modern_root(word, stem(word, buffer), buffer);
  const std::string_view standard = standard_spelling(root);
  // The table leads to words, which may have a root in their turn.
  return standard.data() == root.data() ? root : stem(standard, buffer);
}

CompoundWords split_compound(std::string_view root) noexcept {
  const auto row = Index<compound_rows, joined>::find(root);
  if (!row) return split_bound(root);
  const std::string_view flag_list = compound_rows.cell(*row, flags);
  // Those that the norm joins (`olahraga`) are one thing; to split them would answer for `olah`,
  // to process. Their other spelling is an other name, looked for when a query has either.
  if (has_flag(flag_list, "bound") || has_flag(flag_list, "standard=joined")) return {};
  CompoundWords found;
  std::string_view rest = compound_rows.cell(*row, apart);
  while (!rest.empty() && found.count < found.words.size()) {
    const std::size_t space = std::min(rest.find(' '), rest.size());
    found.words[found.count++] = rest.substr(0, space);
    rest.remove_prefix(std::min(space + 1, rest.size()));
  }
  return found;
}

std::string_view variant_fingerprint() noexcept {
  return variants_fingerprint;
}

}  // namespace kliping
