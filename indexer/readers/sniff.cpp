// SPDX-License-Identifier: GPL-3.0-or-later
#include "sniff.hpp"

#include <algorithm>
#include <array>

#include "field_names.hpp"
#include "json_wrapper.hpp"
#include "text/ascii.hpp"

namespace kliping::indexer {

namespace {

using ascii::starts_with_folded;

constexpr std::string_view blanks = " \t\r\n";

std::string_view skip_blanks(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(blanks), text.size()));
}

constexpr std::array<std::pair<std::string_view, Format>, 18> suffixes{{
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
    {".md", Format::markdown},
    {".markdown", Format::markdown},
    {".rss", Format::feed},
    {".atom", Format::feed},
    {".warc", Format::warc},
    {".trec", Format::trec},
    {".sgml", Format::trec},
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

constexpr std::array<std::string_view, 3> feed_tags{"rss", "feed", "rdf:rdf"};

/// From the first tag on, behind what may stand before it: comments, processing instructions, a
/// document type other than HTML's. Empty where there is none within reach.
std::string_view from_first_tag(std::string_view head) {
  constexpr std::size_t looked_at = 2048;
  head = head.substr(0, looked_at);
  const auto is_passed = [](std::string_view text) {
    return text.starts_with("<!--") || text.starts_with("<?") ||
           (starts_with_folded(text, "<!doctype") && !starts_with_folded(text, "<!doctype html"));
  };
  while (is_passed(head)) {
    std::string_view close = ">";
    if (head.starts_with("<?")) close = "?>";
    if (head.starts_with("<!--")) close = "-->";
    // A document type may declare things before it closes.
    if (head.starts_with("<!D") && head.find('[') < head.find('>')) close = "]>";
    const std::size_t end = head.find(close);
    if (end == std::string_view::npos) return {};
    head = skip_blanks(head.substr(end + close.size()));
  }
  return head.starts_with('<') ? head : std::string_view{};
}

template <std::size_t Size>
bool begins_with_tag(std::string_view head, const std::array<std::string_view, Size>& tags) {
  if (!head.starts_with('<')) return false;
  return std::any_of(tags.begin(), tags.end(),
                     [&](std::string_view tag) { return starts_with_folded(head.substr(1), tag); });
}

/// What begins with a tag.
Format markup_kind(std::string_view head) {
  const std::string_view first = from_first_tag(head);
  if (begins_with_tag(first, feed_tags)) return Format::feed;
  // The first document of a collection has its number near.
  if (starts_with_folded(first, "<doc>") && first.find("<DOCNO>") != std::string_view::npos)
    return Format::trec;
  return begins_with_tag(first, page_tags) ? Format::html : Format::automatic;
}

/// Data in a vocabulary of its own: as a text it would be noise.
std::optional<Strange> strange_xml(std::string_view head) {
  if (!head.starts_with("<?xml") || markup_kind(head) != Format::automatic) return std::nullopt;
  const std::string_view first = from_first_tag(head);
  constexpr std::size_t longest_name = 40;
  const std::string_view name = first.substr(0, first.find_first_of(" \t\r\n/>"));
  if (name.empty() || name.size() > longest_name) return std::nullopt;
  if (name == "<urlset" || name == "<sitemapindex")
    return Strange{message("a sitemap: addresses, not articles"),
                   message("wget --warc-file=NAME --input-file=ADDRESSES fetches them")};
  return Strange{message("XML of a kind that is not known here, {}>", name),
                 message("RSS, Atom, TREC and XHTML are read")};
}

/// The head of fields that static sites write: `---`, then `key: value`.
bool has_front_matter(std::string_view head) {
  if (!head.starts_with("---\n") && !head.starts_with("---\r\n")) return false;
  const std::string_view rest = skip_blanks(head.substr(3));
  const std::string_view line = rest.substr(0, rest.find('\n'));
  const std::size_t colon = line.find(':');
  return colon != std::string_view::npos && guess_field(line.substr(0, colon)) &&
         rest.find("\n---") != std::string_view::npos;
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
  if (bytes_before_wrapped_articles(head) > 0) return Format::json;
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
    // A word of a headline may be the first of a name.
    if (const auto guess = guess_field(name); guess && guess->rank < first_word_rank) ++known;
  }
  return names.size() > 1 && known >= 2;
}

/// A mailbox, or a mail by itself: its parts, encodings and quotations would be noise as a text.
std::optional<Strange> strange_mail(std::string_view head) {
  constexpr std::size_t looked_at = 4096;
  constexpr std::array<std::string_view, 6> headers{
      "received:", "return-path:", "message-id:", "delivered-to:", "mime-version:", "x-mailer:"};
  head = head.substr(0, looked_at);
  std::size_t found = head.starts_with("From ") ? 1 : 0;
  bool is_page = false;
  for (bool is_first = true; !head.empty(); is_first = false) {
    const std::size_t end = std::min(head.find('\n'), head.size() - 1) + 1;
    const std::string_view line = head.substr(0, end);
    head.remove_prefix(end);
    const bool is_folded = line.front() == ' ' || line.front() == '\t';
    if (!is_folded && !(is_first && found > 0)) {
      const std::size_t colon = line.find(':');
      if (colon == line.npos || line.find_first_of(blanks) < colon) break;
    }
    is_page = is_page || starts_with_folded(line, "snapshot-content-location:");
    found += std::any_of(headers.begin(), headers.end(),
                         [&](std::string_view header) { return starts_with_folded(line, header); });
  }
  if (is_page)
    return Strange{message("a page saved as mail (MHTML), not as HTML"),
                   message("a browser also saves it as “HTML only”")};
  if (found < 2) return std::nullopt;
  return Strange{message("mail, not articles"),
                 message("mhonarc makes pages of a mailbox, which are read")};
}

/// A dump of a database: statements, not rows.
std::optional<Strange> strange_sql(std::string_view head) {
  constexpr std::array<std::string_view, 7> openings{"insert into ",
                                                     "create table ",
                                                     "drop table ",
                                                     "create database ",
                                                     "-- mysql dump",
                                                     "-- mariadb dump",
                                                     "--\n-- postgresql database dump"};
  head = skip_blanks(head);
  if (std::none_of(openings.begin(), openings.end(),
                   [&](std::string_view opening) { return starts_with_folded(head, opening); }))
    return std::nullopt;
  return Strange{message("an SQL dump, not a table"),
                 message("load it into its database and export the table as CSV")};
}

struct Magic {
  std::string_view bytes;
  MessageText<0> kind;
  MessageText<0> hint;
};

constexpr MessageText<0> no_hint{""};

constexpr std::array<Magic, 10> magics{{
    {"%PDF-", mark("a PDF document, not text"), mark("pdftotext makes a text of it")},
    {"{\\rtf", mark("an RTF document, not text"), mark("save it as text")},
    {"\x89PNG", mark("an image, not text"), no_hint},
    {"\xFF\xD8\xFF", mark("an image, not text"), no_hint},
    {"GIF8", mark("an image, not text"), no_hint},
    {"RIFF", mark("an image, sound or film, not text"), no_hint},
    {"\x7F"
     "ELF",
     mark("a program, not text"), no_hint},
    {"SQLite format 3", mark("an SQLite database, not text"), no_hint},
    {"\xD0\xCF\x11\xE0", mark("an office document, not text"),
     mark("save spreadsheets as CSV, documents as text")},
    {"Rar!", mark("a RAR archive, not text"), mark("unpack it, or pack it anew as zip, 7z or tar")},
}};

}  // namespace

Format sniff_format(std::string_view head, std::string_view name) {
  head = skip_blanks(head);
  // RFC 7464 begins each text with a mark.
  if (head.starts_with('\x1E')) head = skip_blanks(head.substr(1));
  const Format by_name = format_by_name(name);
  if (head.starts_with('{') || head.starts_with('['))
    if (const Format kind = json_kind(head, by_name); kind != Format::automatic) return kind;
  if (head.starts_with('<'))
    if (const Format kind = markup_kind(head); kind != Format::automatic) return kind;
  if (head.starts_with("WARC/1.") || head.starts_with("WARC/0.") || head.starts_with("filedesc://"))
    return Format::warc;
  if (has_front_matter(head)) return Format::markdown;
  if (by_name != Format::automatic) return by_name;
  return looks_like_table(head) ? Format::csv : Format::text;
}

std::optional<Strange> sniff_strange(std::string_view head) {
  for (const Magic& magic : magics)
    if (head.starts_with(magic.bytes)) return Strange{message(magic.kind), message(magic.hint)};
  if (auto strange = strange_xml(head)) return strange;
  if (auto strange = strange_mail(head)) return strange;
  if (auto strange = strange_sql(head)) return strange;
  constexpr std::size_t looked_at = 4096;
  head = head.substr(0, looked_at);
  const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
    return c >= 0 && c < ' ' && blanks.find(c) == std::string_view::npos && c != '\f';
  });
  // A stray NUL is damage; one in ten is another kind of file.
  if (static_cast<std::size_t>(controls) * 10 > head.size())
    return Strange{message("not text"), {}};
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
  for (const char delimiter : {',', ';', '\t', '~', '|', '^', '\x01'}) {
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
