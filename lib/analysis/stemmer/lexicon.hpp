// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string_view>

#include "analysis/stemmer/licence.hpp"
#include "kliping/analysis/stemmer.hpp"

namespace kliping::morphology {

/// Longest word that the lexicon holds and the grammar looks at. Indonesian words end well below.
inline constexpr std::size_t max_word_bytes = 60;

enum class EntryKind : std::uint8_t {
  /// A derived form whose analysis was computed when the lexicon was compiled.
  form,
  /// A root, with the affixes that it is attested with.
  head,
  /// A proper name: stays whole, takes no affix.
  name,
  /// A word whose root no rule finds (overrides.txt).
  listed,
};

/// Where a root lies in its word: what is skipped, which melted consonant comes first.
struct RootPlace {
  char restored = '\0';
  std::uint8_t skipped = 0;
  std::uint8_t size = 0;
};

/// A word of the lexicon as found; its views last as long as the lexicon.
struct Entry {
  EntryKind kind = EntryKind::form;
  std::string_view word;
  /// Set for every kind but `form`, whose root is `place` in the word.
  std::string_view root;
  RootPlace place;
  /// Index of the head's licences.
  std::uint16_t licences = 0;
};

/// What the compiler lays out (docs/stemmer.md has the format): `buckets[b]` to `buckets[b + 1]`
/// are the entries whose hash falls into bucket b.
struct LexiconData {
  std::span<const std::uint32_t> buckets;
  std::span<const unsigned char> entries;
  std::span<const LicenceSet> licences;
};

/// First bits of an entry: kind in the upper two bits of the length byte.
namespace layout {
inline constexpr unsigned kind_shift = 6;
inline constexpr unsigned length_mask = 0x3F;
inline constexpr unsigned restored_shift = 5;
inline constexpr unsigned skipped_mask = 0x1F;
/// Codes of the restored consonant; `elsewhere` says that the root's bytes follow the word's.
inline constexpr std::array<char, 5> restored_letters = {'\0', 'k', 'p', 's', 't'};
inline constexpr unsigned elsewhere = 7;
/// The third byte: the root's size, and whether a clitic may be cut off the word unasked.
inline constexpr unsigned size_mask = 0x7F;
inline constexpr unsigned hosts_clitics = 0x80;
inline constexpr std::size_t header_bytes = 3;
}  // namespace layout

namespace detail {
inline std::uint64_t load(const char* bytes, std::size_t n) noexcept {
  std::uint64_t value = 0;
  std::memcpy(&value, bytes, n);
  return value;
}
/// memcmp for short words, without the call.
inline bool same(const unsigned char* a, const char* b, std::size_t n) noexcept {
  const auto* const c = reinterpret_cast<const char*>(a);
  if (n >= 8) {
    for (std::size_t i = 0; i + 8 < n; i += 8) {
      if (load(c + i, 8) != load(b + i, 8)) return false;
    }
    return load(c + n - 8, 8) == load(b + n - 8, 8);
  }
  if (n >= 4) return load(c, 4) == load(b, 4) && load(c + n - 4, 4) == load(b + n - 4, 4);
  for (std::size_t i = 0; i < n; ++i) {
    if (c[i] != b[i]) return false;
  }
  return true;
}
}  // namespace detail

/// Spreads words over buckets; reads at most 8 bytes at a time. Not a defence against collisions:
/// the set of words is fixed, and a stranger costs one bucket.
inline std::uint32_t hash_word(std::string_view word) noexcept {
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15ULL;
  const std::size_t n = word.size();
  const char* const bytes = word.data();
  std::uint64_t a = 0;
  std::uint64_t b = 0;
  if (n >= 8) {
    a = detail::load(bytes, 8);
    b = detail::load(bytes + n - 8, 8);
    for (std::size_t i = 8; i + 8 < n; i += 8) a = (a ^ detail::load(bytes + i, 8)) * odd;
  } else if (n >= 4) {
    a = detail::load(bytes, 4);
    b = detail::load(bytes + n - 4, 4);
  } else if (n > 0) {
    a = static_cast<unsigned char>(bytes[0]) |
        (std::uint64_t{static_cast<unsigned char>(bytes[n / 2])} << 8) |
        (std::uint64_t{static_cast<unsigned char>(bytes[n - 1])} << 16);
  }
  std::uint64_t h = (a ^ n) * odd;
  h = (h ^ (h >> 32) ^ b) * 0xD6E8FEB86659FD93ULL;
  return static_cast<std::uint32_t>((h ^ (h >> 29)) >> 16);
}

/// A compiled lexicon: a view of constant data, cheap to copy.
class Lexicon {
 public:
  constexpr explicit Lexicon(LexiconData data) : data_(data) {}

  std::optional<Entry> find(std::string_view word) const noexcept {
    const unsigned char* const at = locate(word);
    if (at == nullptr) return std::nullopt;
    return decode(at);
  }

  /// The root of a word of any kind, by the way that the fewest instructions take.
  std::optional<std::string_view> root(std::string_view word, RootBuffer& buffer) const noexcept {
    const unsigned char* const p = locate(word);
    if (p == nullptr) return std::nullopt;
    return root_of(p, word, buffer);
  }

  /// The same for a word that keeps this root in whatever reading when an enclitic leans on it.
  std::optional<std::string_view> root_of_host(std::string_view host,
                                               RootBuffer& buffer) const noexcept {
    const unsigned char* const p = locate(host);
    if (p == nullptr || (p[2] & layout::hosts_clitics) == 0) return std::nullopt;
    return root_of(p, host, buffer);
  }

  const LicenceSet& licences(const Entry& head) const noexcept {
    return data_.licences[head.licences];
  }

  /// Calls `visit(Entry)` for every entry.
  template <typename Visit>
  void for_each(Visit&& visit) const {
    for (std::uint32_t at = 0; at < data_.entries.size(); at += size_of(&data_.entries[at])) {
      visit(decode(&data_.entries[at]));
    }
  }

 private:
  /// The entry of `word`, or null.
  const unsigned char* locate(std::string_view word) const noexcept {
    if (word.empty() || word.size() > max_word_bytes) return nullptr;
    const std::size_t count = data_.buckets.size() - 1;
    const auto bucket = static_cast<std::size_t>((std::uint64_t{hash_word(word)} * count) >> 32);
    std::uint32_t at = data_.buckets[bucket];
    const std::uint32_t end = data_.buckets[bucket + 1];
    while (at < end) {
      const unsigned char* const p = &data_.entries[at];
      if ((p[0] & layout::length_mask) == word.size() &&
          detail::same(p + layout::header_bytes, word.data(), word.size())) {
        return p;
      }
      at += size_of(p);
    }
    return nullptr;
  }

  static std::string_view root_of(const unsigned char* p, std::string_view word,
                                  RootBuffer& buffer) noexcept {
    const std::size_t size = p[2] & layout::size_mask;
    const unsigned restored = p[1] >> layout::restored_shift;
    const std::size_t skipped = p[1] & layout::skipped_mask;
    if (restored == 0) return {word.data() + skipped, size};
    if (restored == layout::elsewhere) return decode(p).root;
    buffer[0] = layout::restored_letters[restored];
    std::memcpy(buffer.data() + 1, word.data() + skipped, size - 1);
    return {buffer.data(), size};
  }

  static std::uint32_t size_of(const unsigned char* p) noexcept {
    const unsigned length = p[0] & layout::length_mask;
    const auto kind = static_cast<EntryKind>(p[0] >> layout::kind_shift);
    const bool elsewhere = (p[1] >> layout::restored_shift) == layout::elsewhere;
    return static_cast<std::uint32_t>(layout::header_bytes + length +
                                      (kind == EntryKind::head ? 2U : 0U) +
                                      (elsewhere ? p[2] & layout::size_mask : 0U));
  }

  /// header, word, licence index (heads only, low byte first), root (if elsewhere).
  static Entry decode(const unsigned char* p) noexcept {
    Entry entry;
    const std::size_t length = p[0] & layout::length_mask;
    entry.kind = static_cast<EntryKind>(p[0] >> layout::kind_shift);
    entry.word = {reinterpret_cast<const char*>(p) + layout::header_bytes, length};
    const unsigned char* rest = p + layout::header_bytes + length;
    if (entry.kind == EntryKind::head) {
      entry.licences = static_cast<std::uint16_t>(rest[0] | (rest[1] << 8));
      rest += 2;
    }
    const unsigned restored = p[1] >> layout::restored_shift;
    if (restored == layout::elsewhere) {
      entry.root = {reinterpret_cast<const char*>(rest), p[2] & layout::size_mask};
      return entry;
    }
    entry.place = {layout::restored_letters[restored],
                   static_cast<std::uint8_t>(p[1] & layout::skipped_mask),
                   static_cast<std::uint8_t>(p[2] & layout::size_mask)};
    if (entry.place.restored == '\0') {
      entry.root = entry.word.substr(entry.place.skipped, entry.place.size);
    }
    return entry;
  }

  LexiconData data_;
};

}  // namespace kliping::morphology
