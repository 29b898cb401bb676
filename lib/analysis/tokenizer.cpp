// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/tokenizer.hpp"

#include <algorithm>
#include <bit>

#include "analysis/fold.hpp"
#include "analysis/glue.hpp"
#include "analysis/hyphen.hpp"
#include "analysis/lost_space.hpp"
#include "analysis/variant.hpp"
#include "load.hpp"
#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace kliping {

namespace {

constexpr std::string_view host_characters =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:@_";

/// A web address ends at white space, at quotes and brackets, and at anything not ASCII.
bool is_in_address(char c) noexcept {
  return c > ' ' && c < 0x7F &&
         std::string_view{"\"'<>()[]{}|\\"}.find(c) == std::string_view::npos;
}

bool is_plain_word(const Part& part) noexcept {
  return part.has_letters() && !has(part.classes, CharacterClass::digit);
}

/// How many of eight bytes are ASCII letters before the first that is none. All eight are tested at
/// once, without a branch for each: where a word ends is what a processor predicts worst.
unsigned leading_letters(std::uint64_t bytes) noexcept {
  constexpr std::uint64_t every = 0x0101010101010101;
  constexpr std::uint64_t high = 0x80 * every;
  const std::uint64_t lower = (bytes | 0x20 * every) & ~high;
  const std::uint64_t from_a = lower + (0x80 - 'a') * every;
  const std::uint64_t above_z = lower + (0x80 - 'z' - 1) * every;
  const std::uint64_t others = ~(from_a & ~above_z & ~bytes) & high;
  return static_cast<unsigned>(std::countr_zero(others)) / 8;
}

constexpr bool is_ascii_letter(char c) noexcept {
  return static_cast<unsigned char>((c | 0x20) - 'a') < 26;
}

/// Bytes that certainly end a word: they occur neither in a word nor in a number, an address or an
/// abbreviation that goes on behind them.
constexpr std::array<bool, 256> sure_ends = [] {
  std::array<bool, 256> table{};
  for (const char c : std::string_view{" \n\r\t,.;\"()?!/"})
    table[static_cast<unsigned char>(c)] = true;
  return table;
}();

/// Where the run of ASCII letters at `at` ends. Where it goes on beyond `limit`, any place behind
/// `limit`.
std::size_t letters_end(std::string_view text, std::size_t at, std::size_t limit) noexcept {
  for (; at < limit && at + 8 <= text.size(); at += 8) {
    const unsigned letters = leading_letters(load<std::uint64_t>(text.data() + at));
    if (letters < 8) return at + letters;
  }
  while (at < limit && is_ascii_letter(text[at])) ++at;
  return at;
}

/// The word of ASCII letters at `i`, or several with hyphens between them, if its tokens do not
/// depend on what stands around it; empty for any other.
std::string_view plain_word_at(std::string_view text, std::size_t i) noexcept {
  const std::size_t limit = std::min(text.size(), i + WordMemory::max_surface_bytes + 1);
  std::size_t end = i;
  for (std::size_t part = i;; part = ++end) {
    end = letters_end(text, part, limit);
    // A letter alone may begin an abbreviation.
    if (end < part + 2) return {};
    if (end >= limit || text[end] != '-') break;
  }
  const std::string_view word = text.substr(i, end - i);
  if (word.size() > WordMemory::max_surface_bytes) return {};
  if (end < text.size() && !sure_ends[static_cast<unsigned char>(text[end])]) return {};
  const bool host = word.size() == 3 && (word[0] | 0x20) == 'w' && (word[1] | 0x20) == 'w';
  return host ? std::string_view{} : word;
}

/// Where the next word may begin: behind a space, or behind a comma or full stop and a space. The
/// end of the text where something else follows.
std::size_t next_word(std::string_view text, std::size_t end) noexcept {
  if (end + 1 < text.size() && (text[end] == ',' || text[end] == '.')) ++end;
  return end < text.size() && text[end] == ' ' ? end + 1 : text.size();
}

/// Whether a number stands before a sign, with a space in between or none.
bool follows_number(std::string_view text, std::size_t sign) noexcept {
  if (sign > 0 && ascii::is_digit(text[sign - 1])) return true;
  return sign > 1 && text[sign - 1] == ' ' && ascii::is_digit(text[sign - 2]);
}

bool is_ascii(std::string_view bytes) noexcept {
  return std::ranges::all_of(bytes, [](unsigned char c) { return c < 0x80; });
}

}  // namespace

void Tokenizer::gap() noexcept {
  if (out_.tokens.empty()) return;
  position_ = std::max(position_, out_.tokens.back().position + 1 + gap_positions);
}

void Tokenizer::scan(std::size_t begin, std::size_t end) {
  const std::string_view text = text_.substr(0, end);
  PartScanner scanner{text, out_};
  for (std::size_t i = begin; i < end;) {
    if (i == path_begin_ && path_begin_ > 0) {
      while (i < end && is_in_address(text[i])) ++i;
      path_begin_ = 0;
      continue;
    }
    if (out_.memory != nullptr && is_ascii_letter(text[i])) {
      if (const std::size_t behind = recall(text, i); behind != i) {
        i = behind;
        continue;
      }
    }
    std::size_t after = i;
    const CharacterClass c = next_class(text, after);
    Part part;
    if ((static_cast<ClassSet>(c) & (letters_and_digits | CharacterClass::ideograph)) != 0 &&
        scanner.scan(i, part)) {
      const std::size_t tokens = out_.tokens.size();
      const std::uint32_t position = position_;
      const std::string_view plain =
          out_.memory == nullptr ? std::string_view{} : plain_word_at(text, i);
      i = scan_parts(scanner, text, part);
      if (!plain.empty()) remember(plain, tokens, position);
      continue;
    }
    if (c == CharacterClass::line_feed) gap();
    if (text[i] == '%' && follows_number(text, i)) emit_percent(i);
    i = after;
  }
}

/// `5%` is read as `5 persen`, and found so.
void Tokenizer::emit_percent(std::size_t sign) {
  const auto begin = static_cast<std::uint32_t>(sign);
  push({begin, begin + 1}, "persen", true);
  ++position_;
}

/// The memory is larger than a processor's caches, so the look-ups of several words are begun
/// before the first is finished: their waits for memory overlap.
std::size_t Tokenizer::recall(std::string_view text, std::size_t i) {
  struct Word {
    Span span;
    WordMemory::Sought sought;
  };
  std::array<Word, 8> words;
  std::size_t count = 0;
  for (std::size_t at = i; count < words.size();) {
    const std::string_view surface = plain_word_at(text, at);
    if (surface.empty()) break;
    const std::size_t end = at + surface.size();
    words[count++] = {{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)},
                      out_.memory->seek(text.substr(at), surface.size())};
    at = next_word(text, end);
  }
  std::size_t behind = i;
  for (const auto& [span, sought] : std::span(words).first(count)) {
    const WordMemory::Known* const known = out_.memory->find(sought);
    if (known == nullptr || known->word == WordMemory::none) break;
    out_.tokens.push_back({span, position_++, out_.memory->word(known->word),
                           out_.memory->word(known->root), known->word, known->root});
    behind = span.end;
  }
  return behind;
}

/// Remembers what a surface was analysed to: one token, or several, which are analysed anew each
/// time.
void Tokenizer::remember(std::string_view surface, std::size_t first_token,
                         std::uint32_t first_position) {
  const bool plain = out_.tokens.size() == first_token + 1 && position_ == first_position + 1;
  if (!plain) return out_.memory->remember(surface, {});
  out_.memory->remember(surface, {out_.tokens.back().word_number, out_.tokens.back().root_number});
}

std::size_t Tokenizer::enter_address(std::string_view text, const Part& part) {
  const std::string_view rest = text.substr(part.span.end);
  const bool scheme = rest.starts_with("://") && part.folded.starts_with("http");
  const bool inside = part.span.begin < path_begin_;
  if (inside || (!scheme && !(part.folded == "www" && rest.starts_with(".")))) return 0;
  std::size_t host = part.span.end + (scheme ? 3 : 1);
  if (text.substr(host).starts_with("www.")) host += 4;
  path_begin_ = std::min(text.find_first_not_of(host_characters, host), text.size());
  return host;
}

std::size_t Tokenizer::scan_parts(PartScanner& scanner, std::string_view text, const Part& first) {
  if (const std::size_t host = enter_address(text, first); host != 0) return host;
  std::array<Part, max_parts> parts;
  parts[0] = first;
  std::size_t count = 1;
  while (count < max_parts) {
    std::size_t i = parts[count - 1].span.end;
    if (i == text.size() || next_class(text, i) != CharacterClass::hyphen) break;
    if (!scanner.scan(i, parts[count])) break;
    ++count;
  }
  emit_parts({parts.data(), count});
  return parts[count - 1].span.end;
}

void Tokenizer::emit_parts(std::span<const Part> parts) {
  while (!parts.empty()) {
    const std::size_t size = group_size(parts);
    if (size > 1) {
      emit_group(parts.first(size));
    } else {
      if (parts.size() > 1) emit_joined(parts[0], parts[1]);
      emit_part(parts[0]);
    }
    parts = parts.subspan(size);
  }
}

/// How many parts make one word: affixes and halves belong to their word.
std::size_t Tokenizer::group_size(std::span<const Part> parts) const {
  const auto doubled = [&](std::size_t i) {
    return i + 1 < parts.size() && is_plain_word(parts[i]) && is_plain_word(parts[i + 1]) &&
           reduplicates(parts[i].folded, parts[i + 1].folded);
  };
  std::size_t core = 0;
  if (parts.size() > 1 && !doubled(0) && is_hyphened_prefix(parts[0].folded)) core = 1;
  std::size_t end = core + (doubled(core) ? 2 : 1);
  while (end < parts.size() && is_hyphened_suffix(parts[end].folded)) ++end;
  return end;
}

std::string_view Tokenizer::join(std::span<const Part> parts, std::string_view hyphen) {
  char* const begin = out_.room(max_word_bytes);
  char* end = begin;
  const auto append = [&](std::string_view bytes) {
    end = std::ranges::copy(utf8::cut(bytes, begin + max_word_bytes - end), end).out;
  };
  for (const Part& part : parts) {
    if (end != begin) append(hyphen);
    append(part.folded);
  }
  return out_.keep(end - begin);
}

void Tokenizer::emit_group(std::span<const Part> group) {
  push({group.front().span.begin, group.back().span.end}, join(group, "-"), true);
  const bool prefixed = is_hyphened_prefix(group.front().folded);
  const Part& core = group[prefixed ? 1 : 0];
  const auto affixes = std::ranges::count_if(group.subspan(prefixed ? 2 : 1), [](const Part& part) {
    return is_hyphened_suffix(part.folded);
  });
  const bool one_core = group.size() == (prefixed ? 2 : 1) + static_cast<std::size_t>(affixes);
  if (one_core) push(core.span, core.folded, core.has_letters());
  ++position_;
}

void Tokenizer::emit_joined(const Part& first, const Part& second) {
  if (!is_plain_word(first)) return;
  const bool single_letter = first.folded.size() == 1 && second.has_letters();
  if (!second.is_number() && !single_letter && !is_free_prefix(first.folded)) return;
  const Part pair[2] = {first, second};
  push({first.span.begin, second.span.end}, join(pair, ""), second.has_letters());
}

void Tokenizer::emit_part(const Part& part) {
  // Folding leaves nothing of some letters: U+02B9, a prime.
  if (part.folded.empty()) return;
  push(part.span, part.folded, part.has_letters());
  const bool capitals = has(part.classes, CharacterClass::upper);
  const bool digits = has(part.classes, CharacterClass::digit);
  // Only a mixture can show where words met.
  const bool mixed =
      (capitals && has(part.classes, CharacterClass::lower)) || (digits && part.has_letters());
  const bool whole = is_listed(part.folded);
  if (mixed && !whole && emit_pieces(part)) return;
  if (part.has_letters() && !whole && (emit_compound(part) || emit_halves(part))) return;
  ++position_;
}

/// The words of a compound follow it, at consecutive positions from its own.
bool Tokenizer::emit_compound(const Part& part) {
  const Token whole = out_.tokens.back();
  const CompoundWords compound = split_compound(whole.root);
  Span span = part.span;
  for (std::size_t k = 0; k < compound.count; ++k) {
    const std::string_view word = compound.words[k];
    // Where no prefix stands before it, the first word ends where its letters do; an affixed
    // compound is the surface of each of its words.
    const bool plain = whole.word.size() == part.span.size() && whole.word.starts_with(word);
    const Span first{span.begin, span.begin + static_cast<std::uint32_t>(word.size())};
    push(k == 0 && plain ? first : span, word, true);
    if (k == 0 && plain) span.begin = first.end;
    ++position_;
  }
  return compound.count > 0;
}

/// The two words of a word that lost a space follow it in the same way.
bool Tokenizer::emit_halves(const Part& part) {
  const Token whole = out_.tokens.back();
  const std::size_t space = find_lost_space(whole.word, whole.root);
  // Letters that folding made of others (ß, ss) lie elsewhere in the text.
  if (space == 0 || !is_ascii(part.span.of(text_)) || whole.word.size() != part.span.size()) {
    return false;
  }
  const std::uint32_t middle = part.span.begin + static_cast<std::uint32_t>(space);
  push({part.span.begin, middle}, whole.word.substr(0, space), true);
  ++position_;
  push({middle, part.span.end}, whole.word.substr(space), true);
  ++position_;
  return true;
}

bool Tokenizer::emit_pieces(const Part& part) {
  const std::string_view surface = part.span.of(text_);
  if (const std::size_t capitals = capitals_before_clitic(surface); capitals > 0) {
    const Span inner{part.span.begin, part.span.begin + static_cast<std::uint32_t>(capitals)};
    push(inner, fold_word(inner.of(text_), out_), true);
    ++position_;
    return true;
  }
  const Pieces pieces = unglue(surface);
  std::uint32_t begin = part.span.begin;
  for (std::size_t k = 0; k < pieces.count; ++k) {
    const Span span{begin, part.span.begin + static_cast<std::uint32_t>(pieces.ends[k])};
    push(span, fold_word(span.of(text_), out_), true);
    ++position_;
    begin = span.end;
  }
  return pieces.count > 0;
}

void Tokenizer::push(Span span, std::string_view word, bool has_root) {
  if (word.empty()) return;
  const std::string_view root = has_root ? root_of(word) : word;
  Token& token = out_.tokens.emplace_back(Token{span, position_, word, root});
  if (out_.memory == nullptr) return;
  token.word_number = out_.memory->number_of(word);
  token.root_number = root == word ? token.word_number : out_.memory->number_of(root);
}

bool Tokenizer::is_listed(std::string_view word) const noexcept {
  return words_ != nullptr && words_->root(word).has_value();
}

std::string_view Tokenizer::root_of(std::string_view word) {
  if (words_ != nullptr) {
    if (const auto listed = words_->root(word)) return out_.intern(*listed);
  }
  RootBuffer buffer;
  const std::string_view root = standard_root(word, buffer);
  // Elsewhere it lies in the arena or in static data, and stays.
  const bool passing = root.data() >= buffer.data() && root.data() < buffer.data() + buffer.size();
  return passing ? out_.intern(root) : root;
}

}  // namespace kliping
