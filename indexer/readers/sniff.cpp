// SPDX-License-Identifier: GPL-3.0-or-later
#include "sniff.hpp"

#include <algorithm>
#include <array>

#include "field_names.hpp"

namespace kliping::indexer {

namespace {

constexpr std::string_view blanks = " \t\r\n";

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool starts_with_folded(std::string_view text, std::string_view lower_case) {
  return text.size() >= lower_case.size() &&
         std::equal(lower_case.begin(), lower_case.end(), text.begin(),
                    [](char a, char b) { return a == lower(b); });
}

std::string_view skip_blanks(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(blanks), text.size()));
}

constexpr std::array<std::pair<std::string_view, Format>, 11> suffixes{{
    {".jsonl", Format::jsonl},
    {".jl", Format::jsonl},
    {".ndjson", Format::jsonl},
    {".json", Format::json},
    {".csv", Format::csv},
    {".tsv", Format::tsv},
    {".tab", Format::tsv},
    {".html", Format::html},
    {".htm", Format::html},
    {".xhtml", Format::html},
    {".shtml", Format::html},
}};

Format format_by_name(std::string_view name) {
  for (const auto& [suffix, format] : suffixes)
    if (name.size() > suffix.size() &&
        starts_with_folded(name.substr(name.size() - suffix.size()), suffix))
      return format;
  return Format::automatic;
}

/// Tags that begin a page; a fragment that begins with text is known by its name alone.
constexpr std::array<std::string_view, 14> page_tags{
    "!doctype html", "html", "head", "body", "meta", "title", "article",
    "div",           "h1",   "p>",   "p ",   "main", "link",  "script"};

bool looks_like_html(std::string_view head) {
  // Comments, processing instructions and stray text may stand before the page's first tag.
  constexpr std::size_t looked_at = 2048;
  if (!head.starts_with('<')) return false;
  head = head.substr(0, looked_at);
  while (head.starts_with("<!--") || head.starts_with("<?")) {
    const std::string_view close = head.starts_with("<?") ? "?>" : "-->";
    const std::size_t end = head.find(close);
    if (end == std::string_view::npos) return false;
    head = skip_blanks(head.substr(end + close.size()));
  }
  if (!head.starts_with('<')) return false;
  return std::any_of(page_tags.begin(), page_tags.end(),
                     [&](std::string_view tag) { return starts_with_folded(head.substr(1), tag); });
}

/// Whether the line's brackets balance, so that the next line can be another record.
bool is_whole_object(std::string_view line) {
  int depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\' && in_string)
      ++i;
    else if (line[i] == '"')
      in_string = !in_string;
    else if (!in_string && line[i] == '{')
      ++depth;
    else if (!in_string && line[i] == '}' && --depth == 0)
      return skip_blanks(line.substr(i + 1)).empty();
  }
  return false;
}

Format json_kind(std::string_view head, Format by_name) {
  const std::string_view inside = skip_blanks(head.substr(1));
  if (head.front() == '[')
    return inside.starts_with('{') || inside.starts_with(']') ? Format::json : Format::automatic;
  if (!inside.starts_with('"') && !inside.starts_with('}')) return Format::automatic;
  const std::size_t feed = head.find('\n');
  // A first line longer than all we see is a record of JSON Lines, unless the name knows better.
  if (feed == std::string_view::npos) return by_name == Format::json ? Format::json : Format::jsonl;
  return is_whole_object(head.substr(0, feed)) ? Format::jsonl : Format::json;
}

bool looks_like_table(std::string_view head) {
  const std::vector<std::string> names = first_row(head, sniff_delimiter(head));
  constexpr std::size_t longest_name = 40;
  std::size_t known = 0;
  for (const std::string& name : names) {
    if (name.size() > longest_name) return false;
    if (guess_field(name)) ++known;
  }
  return names.size() > 1 && known >= 2;
}

struct Magic {
  std::string_view bytes;
  std::string_view message;
  std::string_view unpack;
};

constexpr std::array<Magic, 14> magics{{
    {"\x1F\x8B", "compressed by gzip", "zcat"},
    {"BZh", "compressed by bzip2", "bzcat"},
    {"\xFD"
     "7zXZ",
     "compressed by xz", "xzcat"},
    {"\x28\xB5\x2F\xFD", "compressed by zstd", "zstdcat"},
    {"\x04\x22\x4D\x18", "compressed by lz4", "lz4cat"},
    {"PK\x03\x04", "a zip archive", "unzip -p"},
    {"7z\xBC\xAF\x27\x1C", "a 7z archive", "7z x -so"},
    {"%PDF-", "a PDF document", ""},
    {"\x89PNG", "an image", ""},
    {"\xFF\xD8\xFF", "an image", ""},
    {"GIF8", "an image", ""},
    {"\x7F"
     "ELF",
     "a program", ""},
    {"SQLite format 3", "an SQLite database", ""},
    {"\xD0\xCF\x11\xE0", "an office document", ""},
}};

}  // namespace

Format sniff_format(std::string_view head, std::string_view name) {
  head = skip_blanks(head);
  const Format by_name = format_by_name(name);
  if (head.starts_with('{') || head.starts_with('['))
    if (const Format kind = json_kind(head, by_name); kind != Format::automatic) return kind;
  if (looks_like_html(head)) return Format::html;
  if (by_name != Format::automatic) return by_name;
  return looks_like_table(head) ? Format::csv : Format::text;
}

std::optional<Strange> sniff_strange(std::string_view head, std::string_view name) {
  for (const Magic& magic : magics) {
    if (!head.starts_with(magic.bytes)) continue;
    Strange strange{std::string{magic.message} + ", not text", {}};
    if (!magic.unpack.empty())
      strange.hint = "unpack it first: " + std::string{magic.unpack} + " " + std::string{name} +
                     " | kliping-index add -";
    return strange;
  }
  constexpr std::size_t looked_at = 4096;
  head = head.substr(0, looked_at);
  const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
    return c >= 0 && c < ' ' && blanks.find(c) == std::string_view::npos && c != '\f';
  });
  // A stray NUL is damage; one in ten is another kind of file.
  if (static_cast<std::size_t>(controls) * 10 > head.size()) return Strange{"not text", {}};
  return std::nullopt;
}

std::vector<std::string> first_row(std::string_view head, char delimiter) {
  std::vector<std::string> fields(1);
  bool quoted = false;
  for (std::size_t i = 0; i < head.size(); ++i) {
    const char c = head[i];
    if (c == '"' && quoted && i + 1 < head.size() && head[i + 1] == '"')
      fields.back().push_back(head[i++]);
    else if (c == '"' && (quoted || fields.back().empty()))
      quoted = !quoted;
    else if (c == delimiter && !quoted)
      fields.emplace_back();
    else if ((c == '\n' || c == '\r') && !quoted)
      break;
    else
      fields.back().push_back(c);
  }
  return fields;
}

char sniff_delimiter(std::string_view head) {
  char best = ',';
  std::size_t best_score = 0;
  for (const char delimiter : {',', ';', '\t', '~', '|'}) {
    const std::vector<std::string> fields = first_row(head, delimiter);
    std::size_t score = fields.size() - 1;
    // A name we know weighs more than any number of commas in a heading.
    for (const std::string& field : fields)
      if (fields.size() > 1 && guess_field(field)) score += 100;
    if (score > best_score) {
      best = delimiter;
      best_score = score;
    }
  }
  return best;
}

}  // namespace kliping::indexer
