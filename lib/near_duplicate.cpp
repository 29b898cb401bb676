// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/near_duplicate.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

#include "hash.hpp"

namespace kliping {

namespace {

/// Neighbouring words that are compared as one: chosen, with the likeness below, by measurement
/// over pairs of news articles (docs/duplicates.md).
constexpr std::size_t shingle_words = 3;
/// Of the shingles of two articles together, the part that both must have.
constexpr double least_likeness = 0.57;
/// A shorter body says too little of an article without its title.
constexpr std::size_t short_body_words = 20;
constexpr std::size_t least_words = 8;

constexpr std::size_t sketch_bits = 512;
constexpr std::size_t count_bytes = 2;
constexpr std::size_t near_bytes = count_bytes + sketch_bits / 8;
constexpr std::size_t exact_bytes = 16;
constexpr std::uint32_t max_count = 0xFFFF;
/// Where more bits differ, the sketches are too full to tell a number: strangers differ in half.
constexpr unsigned max_differing_bits = sketch_bits * 2 / 5;

/// The finalizer of MurmurHash3 (Appleby): every bit in hangs on every bit out.
std::uint64_t mixed(std::uint64_t h) noexcept {
  h ^= h >> 33;
  h *= 0xFF51AFD7ED558CCDULL;
  h ^= h >> 33;
  h *= 0xC4CEB9FE1A85EC53ULL;
  return h ^ h >> 33;
}

using Sketch = std::array<std::uint64_t, sketch_bits / 64>;

/// Numbers once seen, each held in one of a few slots: a full row forgets, so that no text can make
/// it slow.
class SeenHashes {
 public:
  SeenHashes(std::vector<std::uint64_t>& slots, std::size_t expected) : slots_(slots) {
    slots_.assign(std::bit_ceil(2 * expected + most_probes), 0);
    mask_ = slots_.size() - 1;
  }

  /// Whether it is new.
  bool add(std::uint64_t hash) noexcept {
    for (std::size_t i = 0; i < most_probes; ++i) {
      std::uint64_t& slot = slots_[(hash + i) & mask_];
      if (slot == hash) return false;
      if (slot != 0) continue;
      slot = hash;
      return true;
    }
    return true;
  }

 private:
  static constexpr std::size_t most_probes = 16;

  std::vector<std::uint64_t>& slots_;
  std::size_t mask_ = 0;
};

/// How many shingles only one of two articles has whose sketches differ in so many bits.
double expected_difference(unsigned differing) {
  constexpr double bits = sketch_bits;
  return -bits / 2 * std::log(1 - 2 * differing / bits);
}

/// Bits that differ. Sideways sums, which compilers turn into vectors: where std::popcount may not
/// ask for the instruction, it calls a function for each word.
unsigned differing_bits(const Sketch& a, const Sketch& b) noexcept {
  constexpr std::uint64_t pairs = 0x5555555555555555, fours = 0x3333333333333333,
                          bytes = 0x0F0F0F0F0F0F0F0F, ones = 0x0101010101010101;
  std::uint64_t sum = 0;  // eight counts of at most 64
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::uint64_t x = a[i] ^ b[i];
    x -= x >> 1 & pairs;
    x = (x & fours) + (x >> 2 & fours);
    sum += (x + (x >> 4)) & bytes;
  }
  constexpr std::uint64_t sixteens = 0x00FF00FF00FF00FF;
  sum = (sum & sixteens) + (sum >> 8 & sixteens);
  return static_cast<unsigned>(sum * (ones & sixteens) >> 48);
}

}  // namespace

const std::string& SignatureMaker::make(DuplicateRule rule, const TokenList& title,
                                        const TokenList& body) {
  signature_.clear();
  words_.clear();
  if (rule == DuplicateRule::off) return signature_;
  if (body.tokens.size() < short_body_words) {
    for (const Token& token : title.tokens) words_.push_back(token.word);
  }
  for (const Token& token : body.tokens) words_.push_back(token.word);
  if (words_.size() < least_words) return signature_;
  rule == DuplicateRule::near ? make_near() : make_exact();
  return signature_;
}

/// Each shingle turns one bit round, so that what two articles share cancels out of the bits that
/// differ: the odd sketch of Mitzenmacher, Pagh and Pham (2014), of the shingles themselves, as an
/// article has few.
void SignatureMaker::make_near() {
  Sketch sketch{};
  std::uint32_t count = 0;
  SeenHashes seen(slots_, words_.size());
  std::uint64_t first = hash64(words_[0]);
  std::uint64_t second = hash64(words_[1]);
  for (std::size_t i = shingle_words - 1; i < words_.size(); ++i) {
    const std::uint64_t third = hash64(words_[i]);
    const std::uint64_t shingle = mixed(first + std::rotl(second, 21) + std::rotl(third, 42));
    first = std::exchange(second, third);
    if (!seen.add(shingle)) continue;
    sketch[(shingle >> 32) % sketch.size()] ^= std::uint64_t{1} << (shingle >> 58);
    count = std::min(count + 1, max_count);
  }
  signature_ += static_cast<char>(count >> 8);
  signature_ += static_cast<char>(count & 0xFF);
  for (const std::uint64_t part : sketch) {
    for (int shift = 56; shift >= 0; shift -= 8) signature_ += static_cast<char>(part >> shift);
  }
}

void SignatureMaker::make_exact() {
  text_.clear();
  for (const std::string_view word : words_) text_.append(word) += '\n';
  const auto hash = hash128(text_);
  signature_.assign(hash.begin(), hash.end());
}

DuplicateRule rule_of(std::string_view stored) noexcept {
  if (stored.size() == near_bytes) return DuplicateRule::near;
  return stored.size() == exact_bytes ? DuplicateRule::exact : DuplicateRule::off;
}

Signature::Signature(std::string_view stored) {
  const auto at = [&](std::size_t i) { return static_cast<std::uint8_t>(stored[i]); };
  const auto read_bits = [&](std::size_t from) {
    for (std::size_t i = 0; from + i < stored.size(); ++i) {
      bits_[i / 8] = bits_[i / 8] << 8 | at(from + i);
    }
  };
  if (stored.size() == near_bytes) {
    kind_ = Kind::near;
    shingles_ = static_cast<std::uint32_t>(at(0) << 8 | at(1));
    read_bits(count_bytes);
  } else if (stored.size() == exact_bytes) {
    kind_ = Kind::exact;
    read_bits(0);
  }
}

bool Signature::matches(const Signature& other) const noexcept {
  if (kind_ != other.kind_) return false;
  return kind_ == Kind::near ? near(other) : kind_ == Kind::exact && bits_ == other.bits_;
}

bool Signature::near(const Signature& other) const noexcept {
  const auto [fewer, more] = std::minmax(shingles_, other.shingles_);
  if (fewer < least_likeness * more) return false;  // as like as their sizes let them be
  const unsigned differing = differing_bits(bits_, other.bits_);
  if (differing > max_differing_bits) return false;
  const double both = fewer + more;
  const double difference = std::max<double>(expected_difference(differing), more - fewer);
  return both - difference >= least_likeness * (both + difference);
}

}  // namespace kliping
