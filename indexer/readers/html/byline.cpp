// SPDX-License-Identifier: GPL-3.0-or-later
#include "byline.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "text/ascii.hpp"

namespace kliping::indexer::html {

namespace {

constexpr std::size_t longest_line = 120;
constexpr std::size_t longest_name = 60;

struct Label {
  std::string_view word;
  /// Whether it is a word of running text as well. Then it counts only where the page marks an
  /// author.
  bool is_common = false;
};

constexpr std::array<Label, 14> labels{{
    {"diposting oleh"},
    {"ditulis oleh"},
    {"written by"},
    {"posted by"},
    {"redaktur & reporter"},
    {"penulis"},
    {"pewarta"},
    {"reporter"},
    {"wartawan"},
    {"jurnalis"},
    {"author"},
    {"rep"},
    {"oleh", true},
    {"by", true},
}};

std::string_view trimmed(std::string_view text) {
  return ascii::trimmed(text, " :,");
}

/// Whether a text has the shape of a name: a capital, then neither digits nor signs.
bool looks_like_name(std::string_view name) {
  if (name.size() < 3 || name.size() > longest_name) return false;
  const bool begins_high =
      ascii::is_upper(name.front()) || static_cast<unsigned char>(name.front()) >= 0x80;
  return begins_high && name.find_first_of("0123456789@:;/\\|?!\"") == name.npos &&
         !name.ends_with('.');
}

/// Whether a line that the page marks as an author's is a name alone: two to four words that begin
/// with capitals.
bool is_whole_name(std::string_view line) {
  constexpr std::ptrdiff_t fewest_words = 2;
  constexpr std::ptrdiff_t most_words = 4;
  const auto words = std::count(line.begin(), line.end(), ' ') + 1;
  if (words < fewest_words || words > most_words || !looks_like_name(line)) return false;
  for (std::size_t blank = line.find(' '); blank != line.npos; blank = line.find(' ', blank + 1))
    if (!ascii::is_upper(line[blank + 1])) return false;
  return true;
}

/// What follows a label at the beginning of the line; nothing if there is no label.
std::optional<std::string_view> behind_label(const Block& block) {
  const std::string_view line = block.text;
  for (const Label& label : labels) {
    if (!ascii::starts_with_folded(line, label.word)) continue;
    const std::string_view rest = line.substr(label.word.size());
    const std::size_t next = rest.find_first_not_of(' ');
    const bool has_colon =
        next != rest.npos && (rest[next] == ':' || (rest[next] == ',' && block.is_author));
    // `Penulis, Ani Lestari` in the list of what is known of an article.
    const bool has_name_only =
        next != rest.npos && rest[next] == ',' && !label.is_common && is_whole_name(trimmed(rest));
    const bool is_alone = next == rest.npos && !label.is_common;
    // Of two words, it cannot be another sentence's beginning.
    const bool is_plain = label.word.ends_with(" oleh") || label.word.ends_with(" by");
    // `Oleh Ani Lestari` and nothing else, though nothing marks it.
    const bool is_signature =
        label.is_common && rest.starts_with(' ') && is_whole_name(trimmed(rest));
    if (has_colon || is_signature || has_name_only || is_alone ||
        (is_plain && is_whole_name(trimmed(rest))) ||
        (label.is_common && block.is_author && rest.starts_with(' ')))
      return trimmed(rest);
  }
  return std::nullopt;
}

/// The name before an occupation, `Ani Lestari, Jurnalis`; empty if the line names no occupation.
std::string_view before_occupation(std::string_view line) {
  for (const std::string_view word : {"Jurnalis", "Wartawan", "Reporter", "Kontributor"})
    if (const std::size_t at = line.find(word); at != line.npos) {
      const std::string_view before = trimmed(line.substr(0, at));
      const bool has_comma = line.substr(before.size(), at - before.size()).find(',') != line.npos;
      if (has_comma) return before;
    }
  return {};
}

/// The first of what a byline names: `Ani Lestari` of `Ani Lestari/ Red: Budi` and of
/// `Ani Lestari - detikNews`.
std::string_view first_name(std::string_view line) {
  for (const std::string_view end : {"/", "|", " - ", " – ", " Red", " Editor"})
    line = line.substr(0, line.find(end));
  return trimmed(line);
}

}  // namespace

std::string marked_name(const Page& page) {
  Block block;
  block.text = trimmed(page.marked_author);
  block.is_author = true;
  return std::string{first_name(behind_label(block).value_or(block.text))};
}

std::string labelled_section(const Page& page) {
  constexpr std::string_view label = "kategori";
  for (const Block& block : page.blocks) {
    if (block.text.size() > longest_line || !ascii::starts_with_folded(block.text, label)) continue;
    const std::string_view rest = std::string_view{block.text}.substr(label.size());
    const std::string_view named = first_name(rest);
    const std::size_t next = rest.find_first_not_of(' ');
    if (next != rest.npos && rest[next] == ':' && looks_like_name(named)) return std::string{named};
  }
  return {};
}

std::string byline_of(const Page& page) {
  std::string_view unlabelled;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const Block& block = page.blocks[i];
    if (block.text.size() > longest_line) continue;
    auto named = behind_label(block);
    // In a table the name is in the next cell, behind a colon.
    if (named && named->empty() && i + 1 < page.blocks.size() &&
        page.blocks[i + 1].text.starts_with(':'))
      named = trimmed(page.blocks[i + 1].text);
    if (const auto before = before_occupation(block.text); !named && is_whole_name(before))
      named = before;
    const bool signs_for_outlet = block.is_author && block.text.find(" - ") != std::string::npos;
    if (!named && signs_for_outlet) named = block.text;
    if (named && looks_like_name(first_name(*named))) return std::string{first_name(*named)};
    if (unlabelled.empty() && block.is_author && is_whole_name(block.text)) unlabelled = block.text;
  }
  return std::string{unlabelled};
}

}  // namespace kliping::indexer::html
