// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/stemmer/analysis.hpp"

#include <algorithm>
#include <cstring>

namespace kliping::morphology {
namespace {

/// What a prefix may leave over.
constexpr std::size_t min_stem_bytes = 3;
/// What enclitics and suffixes may leave over: a root of two letters, as in `di` or `ke`.
constexpr std::size_t min_host_bytes = 2;
constexpr std::size_t shortest_prefix_bytes = 2;
/// Shorter names are words or initials more often than names.
constexpr std::size_t min_name_bytes = 4;

constexpr bool is_vowel(char c) {
  return vowels.has(c);
}

constexpr std::size_t index(Prefix p) {
  return static_cast<std::size_t>(p);
}

/// Of each prefix, the prefixes that may stand right inside it, a bit each; of `none`, those that
/// may be the outermost.
constexpr auto inner_masks = [] {
  std::array<std::uint16_t, prefix_kinds> masks{};
  masks[index(Prefix::none)] = 0xFFFF;
  masks[index(Prefix::none)] &= static_cast<std::uint16_t>(~(1U << index(Prefix::si)));
  masks[index(Prefix::none)] &= static_cast<std::uint16_t>(~(1U << index(Prefix::tidak)));
  for (const Layering& layering : layerings) {
    for (const Prefix inner : layering.inner) {
      if (inner == Prefix::none) continue;
      masks[index(layering.outer)] |= static_cast<std::uint16_t>(1U << index(inner));
    }
  }
  return masks;
}();

/// Of each prefix, the suffixes that go with it as the outermost, a bit each.
constexpr auto suffix_masks = [] {
  std::array<std::uint8_t, prefix_kinds> masks{};
  for (const Confixing& confixing : confixings) {
    for (const Suffix suffix : confixing.suffixes) {
      masks[index(confixing.outer)] |=
          static_cast<std::uint8_t>(1U << static_cast<unsigned>(suffix));
    }
  }
  return masks;
}();

/// Pairs of letters, a bit each.
class LetterPairs {
 public:
  static constexpr std::size_t letters = 26;
  constexpr void add(char a, char b) { bits_[index(a, b)] = true; }
  constexpr bool has(char a, char b) const {
    return a >= 'a' && a <= 'z' && b >= 'a' && b <= 'z' && bits_[index(a, b)];
  }

 private:
  static constexpr std::size_t index(char a, char b) {
    return static_cast<std::size_t>(a - 'a') * letters + static_cast<std::size_t>(b - 'a');
  }
  std::array<bool, letters * letters> bits_{};
};

/// First two letters of everything that the grammar cuts in front.
constexpr LetterPairs beginnings = [] {
  LetterPairs pairs;
  for (const std::string_view nasal : {"me", "pe"}) pairs.add(nasal[0], nasal[1]);
  for (const Allomorph& a : allomorphs) pairs.add(a.surface[0], a.surface[1]);
  for (const Clitic& agent : agents) {
    if (!agent.letters.empty()) pairs.add(agent.letters[0], agent.letters[1]);
  }
  return pairs;
}();

/// Last two letters of everything that it cuts behind.
constexpr LetterPairs endings = [] {
  LetterPairs pairs;
  const auto add = [&](std::string_view tail) {
    if (tail.empty()) return;
    const char last = tail.back();
    if (tail.size() > 1) return pairs.add(tail[tail.size() - 2], last);
    for (char before = 'a'; before <= 'z'; ++before) pairs.add(before, last);
  };
  for (const Clitic& particle : particles) add(particle.letters);
  for (const Clitic& possessive : possessives) add(possessive.letters);
  for (const Suffix suffix : suffixes) add(letters(suffix));
  return pairs;
}();

bool drops_k(Prefix outer) {
  return std::find(std::begin(dropped_k_prefixes), std::end(dropped_k_prefixes), outer) !=
         std::end(dropped_k_prefixes);
}

bool one_syllable(std::string_view stem) {
  return std::count_if(stem.begin(), stem.end(), is_vowel) == 1;
}

Cost surcharge_of(Pattern pattern, Cost licence) {
  Cost sum = 0;
  const auto add = [&](const Surcharge& row) {
    if (row.outer == pattern.chain.outer() && row.suffix == pattern.suffix && licence >= row.from) {
      sum += row.cost;
    }
  };
  for (const Surcharge& row : surcharges) add(row);
  if (pattern.chain.size() == 1) {
    for (const Surcharge& row : lone_surcharges) add(row);
  }
  return sum;
}

Cost root_cost(std::string_view root, int attested) {
  const auto last = static_cast<int>(richness_merits.size()) - 1;
  Cost cost = -richness_merits[static_cast<std::size_t>(std::min(attested, last))];
  cost -= letter_merit * static_cast<Cost>(root.size());
  if (root.size() <= 2) cost += two_letter_root_cost;
  if (root.size() == 3) cost += three_letter_root_cost;
  return cost;
}

class Analyser {
 public:
  Analyser(const Lexicon& lexicon, std::string_view word, Reading reading, Analyses& out)
      : lexicon_(lexicon), reading_(reading), out_(out), size_(word.size()) {
    std::memcpy(text_.data(), word.data(), size_);
  }

  void run() {
    for_each_host(view(0, size_), [this](const Encliticized& split) { read_host(split); });
  }

 private:
  std::string_view view(std::size_t begin, std::size_t end) const {
    return {text_.data() + begin, end - begin};
  }

  void read_host(const Encliticized& split) {
    possessive_ = split.possessive;
    particle_ = split.particle;
    for (const Clitic& agent : agents) {
      if (!begins(split.host, agent.letters)) continue;
      const std::size_t begin = agent.letters.size();
      if (begin != 0 && split.host.size() < begin + min_stem_bytes) continue;
      agent_ = &agent;
      read_suffixes(begin, split.host.size());
    }
  }

  void read_suffixes(std::size_t begin, std::size_t end) {
    for (const Suffix suffix : suffixes) {
      const std::string_view tail = letters(suffix);
      if (!ends(view(begin, end), tail) || end - begin < tail.size() + min_host_bytes) continue;
      suffix_ = suffix;
      end_ = end - tail.size();
      peel(begin, Chain{}, 0);
      if (suffix != Suffix::kan) continue;
      ++end_;
      shares_k_ = true;
      peel(begin, Chain{}, dropped_k_cost);
      shares_k_ = false;
    }
  }

  /// Takes the rest for a root, then takes one more prefix off it. `cost` is that of the prefixes
  /// in `chain`.
  void peel(std::size_t begin, Chain chain, Cost cost) {
    reach_root(begin, chain, cost);
    if (chain.full() || end_ - begin < shortest_prefix_bytes + min_stem_bytes) return;
    if (!beginnings.has(text_[begin], text_[begin + 1])) return;
    const Cost layer = prefix_cost + (chain.empty() ? 0 : inner_prefix_cost);
    for (const Allomorph& a : allomorphs) {
      if (begins(view(begin, end_), a.surface)) {
        take(begin, a.surface.size(), chain, a, cost + layer);
      }
    }
    peel_lost_r(begin, chain, cost + layer);
    peel_nasal(begin, chain, cost + layer);
  }

  /// Takes a prefix of `length` bytes off, if what follows suits the allomorph. A consonant that the
  /// prefix swallowed is written over its last letter while the rest is looked at.
  void take(std::size_t begin, std::size_t length, Chain chain, const Allomorph& a, Cost cost) {
    const std::size_t rest = begin + length;
    const Prefix outer = chain.empty() ? Prefix::none : chain[chain.size() - 1];
    if (((inner_masks[index(outer)] >> index(a.prefix)) & 1) == 0) return;
    if (chain.empty() && !may_be_outermost(a.prefix)) return;
    if (rest >= end_ || !a.before.has(text_[rest])) return;
    const std::size_t stem = end_ - rest + (a.restored != '\0' ? 1 : 0);
    if (stem < min_stem_bytes) return;
    for (const LayerMerit& layer : layer_merits) {
      if (layer.outer == outer && layer.inner == a.prefix) cost -= layer.merit;
    }
    if (a.restored == '\0') {
      peel(rest, chain.with(a.prefix), cost + a.cost);
      return;
    }
    const char covered = text_[rest - 1];
    text_[rest - 1] = a.restored;
    peel(rest - 1, chain.with(a.prefix), cost + a.cost);
    text_[rest - 1] = covered;
  }

  bool may_be_outermost(Prefix prefix) const {
    if (agent_->cost != 0 && prefix != Prefix::per) return false;
    return ((suffix_masks[index(prefix)] >> static_cast<unsigned>(suffix_)) & 1) != 0;
  }

  /// `be` or `te`, then a consonant and -er: be-kerja, te-percik.
  void peel_lost_r(std::size_t begin, Chain chain, Cost cost) {
    const std::string_view word = view(begin, end_);
    if (word.size() < 5 || word[1] != 'e' || word.substr(3, 2) != "er" || is_vowel(word[2]) ||
        word[2] == 'r') {
      return;
    }
    const auto lost = [](Prefix prefix, std::string_view surface) {
      return Allomorph{prefix, surface, consonants, '\0', lost_r_cost};
    };
    if (word[0] == 'b') take(begin, 2, chain, lost(Prefix::ber, "be"), cost);
    if (word[0] == 't') take(begin, 2, chain, lost(Prefix::ter, "te"), cost);
  }

  void peel_nasal(std::size_t begin, Chain chain, Cost cost) {
    const std::string_view word = view(begin, end_);
    Prefix prefix = Prefix::none;
    if (begins(word, "me")) prefix = Prefix::meN;
    if (begins(word, "pe")) prefix = Prefix::peN;
    if (prefix == Prefix::none) return;
    for (const NasalAllomorph& n : nasal_allomorphs) {
      if (!begins(word.substr(2), n.nasal)) continue;
      take(begin, 2 + n.nasal.size(), chain, {prefix, "", n.before, n.restored, n.cost}, cost);
    }
    if (begins(word.substr(2), "nge") && one_syllable(word.substr(5))) {
      take(begin, 5, chain, {prefix, "", any_letter, '\0', nasal_with_e_cost}, cost);
    }
  }

  void reach_root(std::size_t begin, Chain chain, Cost cost) {
    const std::string_view text = view(begin, end_);
    const std::optional<Entry> entry = lexicon_.find(text);
    if (!entry || entry->kind == EntryKind::form) return;
    const Pattern pattern{chain, suffix_};
    if (shares_k_ && !drops_k(chain.outer())) return;
    const LicenceSet attested =
        entry->kind == EntryKind::head ? lexicon_.licences(*entry) : LicenceSet{};
    if (!agent_->letters.empty()) {
      if (entry->kind == EntryKind::head) read_agent_voice(*entry, pattern, attested, cost);
      return;
    }
    if (pattern.bare()) {
      if (reading_ == Reading::derived || attested.bound()) return;
      if (entry->kind == EntryKind::name && text.size() < min_name_bytes) return;
      add(*entry, pattern, cost - bare_root_merit + root_cost(text, attested.size()));
      return;
    }
    if (entry->kind == EntryKind::name) return;
    const Cost licence = licence_of(pattern, attested);
    const Cost surcharge = surcharge_of(pattern, licence);
    if (surcharge >= forbidden) return;
    add(*entry, pattern, cost + licence + surcharge + root_cost(text, attested.size()));
  }

  /// ku-lihat is the passive di-lihat with its agent named: only a verb can be read so.
  void read_agent_voice(const Entry& entry, Pattern pattern, const LicenceSet& attested,
                        Cost cost) {
    const Pattern passive{Chain{Prefix::di}.followed_by(pattern.chain), pattern.suffix};
    const Cost licence = licence_cost(passive, attested);
    if (licence >= other_affixes_cost) return;
    add(entry, pattern, cost + licence + root_cost(entry.word, attested.size()));
  }

  /// A confix whose second half is -nya reads as a prefix and a clitic: se-baik-nya.
  Cost licence_of(Pattern pattern, const LicenceSet& attested) const {
    if (possessive_->letters == letters(Suffix::nya) && pattern.suffix == Suffix::none &&
        attested.has({pattern.chain, Suffix::nya})) {
      return attested_cost;
    }
    return licence_cost(pattern, attested);
  }

  void add(const Entry& entry, Pattern pattern, Cost cost) {
    cost += agent_->cost + possessive_->cost + particle_->cost;
    out_.add({entry.root, entry.word, pattern, agent_->letters, possessive_->letters,
              particle_->letters, cost});
  }

  const Lexicon& lexicon_;
  const Reading reading_;
  Analyses& out_;
  std::array<char, max_word_bytes> text_;
  std::size_t size_;
  std::size_t end_ = 0;
  Suffix suffix_ = Suffix::none;
  /// Whether the k of -kan is taken for the root's as well.
  bool shares_k_ = false;
  const Clitic* agent_ = nullptr;
  const Clitic* possessive_ = nullptr;
  const Clitic* particle_ = nullptr;
};

}  // namespace

void Analyses::add(const Analysis& analysis) noexcept {
  const auto at = std::find_if(items_.begin(), items_.begin() + size_,
                               [&](const Analysis& a) { return a.root == analysis.root; });
  if (at != items_.begin() + size_) {
    if (analysis.cost < at->cost) *at = analysis;
    return;
  }
  if (size_ < capacity) {
    items_[size_++] = analysis;
    return;
  }
  const auto worst = std::max_element(items_.begin(), items_.end(),
                                      [](auto& a, auto& b) { return a.cost < b.cost; });
  if (analysis.cost < worst->cost) *worst = analysis;
}

const Analysis* Analyses::best() const noexcept {
  const auto end = items_.begin() + size_;
  const auto least =
      std::min_element(items_.begin(), end, [](auto& a, auto& b) { return a.cost < b.cost; });
  return least == end ? nullptr : &*least;
}

bool looks_affixed(std::string_view word) noexcept {
  const std::size_t n = word.size();
  return n > 2 && (beginnings.has(word[0], word[1]) || endings.has(word[n - 2], word[n - 1]));
}

Analyses analyse(const Lexicon& lexicon, std::string_view word, Reading reading) noexcept {
  Analyses out;
  if (!word.empty() && word.size() <= max_word_bytes) Analyser{lexicon, word, reading, out}.run();
  return out;
}

}  // namespace kliping::morphology
