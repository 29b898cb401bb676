// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "../dumped_article.hpp"
#include "../record.hpp"
#include "address.hpp"
#include "draft.hpp"
#include "field_names.hpp"
#include "hash.hpp"
#include "html/fragment.hpp"
#include "kliping/text/decode.hpp"

namespace kliping::indexer {

namespace {

using schema::Field;

constexpr std::string_view standard_input = "-";
constexpr std::string_view members_of_standard_input = "-!";

constexpr std::array<std::pair<Field, std::string Article::*>, 7> plain_fields{
    {{Field::id, &Article::id},
     {Field::title, &Article::title},
     {Field::body, &Article::body},
     {Field::source, &Article::source},
     {Field::section, &Article::section},
     {Field::author, &Article::author},
     {Field::url, &Article::url}}};

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n\v\f";
  constexpr std::string_view no_break_space = "\xC2\xA0";
  while (true) {
    const std::size_t size = text.size();
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    text = text.substr(0, text.find_last_not_of(blanks) + 1);
    if (text.starts_with(no_break_space)) text.remove_prefix(no_break_space.size());
    if (text.ends_with(no_break_space)) text.remove_suffix(no_break_space.size());
    if (text.size() == size) return text;
  }
}

/// Line breaks and runs of blanks become one space.
std::string one_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank)
      line.push_back(c);
    else if (!line.empty() && line.back() != ' ')
      line.push_back(' ');
  }
  return line;
}

std::string clean(std::string value) {
  std::string text = text::repair(std::move(value));
  const std::string_view kept = trimmed(text);
  if (says_nothing(kept)) return {};
  // In place: a body may be large.
  const auto before = static_cast<std::size_t>(kept.data() - text.data());
  text.resize(before + kept.size());
  text.erase(0, before);
  return text;
}

/// Feeds and content systems hand over bodies as HTML.
std::string without_markup(std::string&& value) {
  constexpr std::array<std::string_view, 10> marks{"</p>",      "<br",   "</div>", "</a>", "</b>",
                                                   "</strong>", "</em>", "<img ",  "</P>", "<P>"};
  const bool is_markup = std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) {
    return value.find(mark) != std::string::npos;
  });
  return is_markup ? html::text_of_fragment(value) : std::move(value);
}

void set_constants(const ReadOptions& options, Draft& draft) {
  for (const auto& [name, value] : options.set)
    if (const auto field = field_of_name(name))
      draft[*field] = value;
    else
      draft.extra.emplace_back(name, value);
}

/// A day whose time stands in a column of its own, `jam`; the day itself where none does.
std::optional<Date> with_clock(const Date& day, const std::string& text, const Article& article,
                               DateOrder order) {
  constexpr std::array<std::string_view, 4> names{"jam", "pukul", "waktu", "time"};
  constexpr std::size_t longest_clock = 16;
  for (const auto& [name, value] : article.extra) {
    const auto is_name = [&name = name](std::string_view one) { return same_name(one, name); };
    if (value.size() > longest_clock || std::none_of(names.begin(), names.end(), is_name)) continue;
    const auto date = parse_date(text + ' ' + value, order);
    if (date && date->precision != Date::Precision::day && to_iso_day(*date) == to_iso_day(day))
      return date;
  }
  return day;
}

void set_date(const Draft& draft, const Record& record, Article& article) {
  const Origin& origin = *record.origin;
  std::string text = clean(draft[Field::date]);
  article.date = parse_date(text, origin.date_order);
  if (article.date && article.date->precision == Date::Precision::day)
    article.date = with_clock(*article.date, text, article, origin.date_order);
  const bool is_table = origin.format == Format::csv || origin.format == Format::tsv;
  if (!article.date && is_table) article.date = date_from_serial(text);
  if (article.date) return;
  article.date = date_from_url(article.url);
  if (!article.date) article.date = parse_date(draft.captured);
  const bool is_whole_file = record.line == 0 && !record.offset;
  if (!article.date && is_whole_file) article.date = date_from_path(origin.locator);
  // What we could not read is still what the archive says.
  if (!text.empty()) article.extra.emplace_back("date", std::move(text));
}

void set_source(Article& article) {
  if (article.source.empty())
    article.source = outlet_of_host(host_of(article.url));
  else if (is_host(article.source))
    article.source = outlet_of_host(article.source);
  if (article.section.empty() || is_host(article.section))
    article.section = section_of_url(article.url);
}

std::string content_hash(const Article& article) {
  return hash128_hex(article.title + '\n' + article.body);
}

/// Empty where the rule's field is.
std::string identity(const Record& record, const Article& article, const Draft& draft,
                     const ReadOptions& options) {
  switch (options.identity) {
    case IdentityRule::url:
      return article.url;
    case IdentityRule::locator:
      return article.locator;
    case IdentityRule::content:
      return content_hash(article);
    case IdentityRule::field:
      return clean(draft.chosen_id);
    case IdentityRule::automatic:
      break;
  }
  if (std::string id = clean(draft[Field::id]); !id.empty()) return id;
  // What stood where the source belongs may be the same for many.
  const bool stood_as_source = draft[Field::url].empty() && !host_of(draft[Field::source]).empty();
  if (!article.url.empty() && !stood_as_source) return article.url;
  // The fifth record of one pipe is not the fifth of the next.
  const std::string& file = record.origin->locator;
  const bool is_found_again =
      file != standard_input && !file.starts_with(members_of_standard_input);
  return is_found_again ? article.locator : content_hash(article);
}

Message missing_identity(IdentityRule rule) {
  return rule == IdentityRule::url ? message("no url to identify it by")
                                   : message("no value in the field that identifies it");
}

/// A record that costs nobody anything but itself.
Diagnostic warning_about(const Record& record, Message message, Message hint = {}) {
  Diagnostic warning = fault_of(record, std::move(message), std::move(hint));
  warning.severity = Diagnostic::Severity::warning;
  return warning;
}

/// What `dump` wrote is taken as it is, but for what the options say about every article.
std::variant<Article, Diagnostic> take_over(Article&& article, const Record& record,
                                            const ReadOptions& options) {
  Draft draft;
  set_constants(options, draft);
  for (const auto& [field, member] : plain_fields) {
    if (!draft[field].empty()) article.*member = draft[field];
  }
  if (article.locator.empty()) article.locator = locator_of(record);
  if (!draft[Field::date].empty()) set_date(draft, record, article);
  for (const auto& [name, value] : article.extra) {
    if (same_name(name, options.identity_field)) draft.chosen_id = value;
  }
  if (options.identity != IdentityRule::automatic) {
    article.id = identity(record, article, draft, options);
  }
  if (article.id.empty()) return fault_of(record, missing_identity(options.identity));
  return std::move(article);
}

}  // namespace

std::variant<Article, Diagnostic> parse(const Record& record, const ReadOptions& options) {
  if (auto article = read_dumped(record.bytes)) {
    return take_over(std::move(*article), record, options);
  }
  DraftOrFault drafted = draft(record, options);
  if (auto* fault = std::get_if<Diagnostic>(&drafted)) return std::move(*fault);
  Draft& draft = std::get<Draft>(drafted);
  if (draft.objection && options.format != Format::html) {
    const bool is_file = record.origin->format == Format::html;
    return warning_about(record, std::move(*draft.objection),
                         is_file ? message("--format=html takes it in nonetheless") : Message{});
  }
  set_constants(options, draft);
  Article article;
  article.title = one_line(clean(draft[Field::title]));
  article.body = clean(without_markup(std::move(draft[Field::body])));
  if (article.title.empty() && article.body.empty()) {
    return warning_about(record, message("no title and no body"));
  }
  article.source = one_line(clean(draft[Field::source]));
  article.section = one_line(clean(draft[Field::section]));
  article.author = one_line(clean(draft[Field::author]));
  article.url = one_line(clean(draft[Field::url]));
  // Dumps of WordPress have the address as `guid`.
  if (std::string id = one_line(clean(draft[Field::id]));
      article.url.empty() && !host_of(id).empty())
    article.url = std::move(id);
  // Clippers and extractors call the page that they took it from its source.
  if (article.url.empty() && !host_of(article.source).empty())
    article.url = std::exchange(article.source, std::string{});
  article.locator = locator_of(record);
  for (auto& [key, value] : draft.extra)
    if (std::string text = clean(value); !text.empty())
      article.extra.emplace_back(std::move(key), std::move(text));
  set_date(draft, record, article);
  set_source(article);
  article.id = identity(record, article, draft, options);
  if (article.id.empty()) return fault_of(record, missing_identity(options.identity));
  return article;
}

}  // namespace kliping::indexer
