// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/option_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>

#include "kliping/error.hpp"
#include "query/field_names.hpp"
#include "query/field_value.hpp"
#include "search/article_fields.hpp"

namespace kliping::searcher {

namespace {

constexpr std::size_t usual_facet_values = 10;

std::optional<std::size_t> whole_number(std::string_view digits) {
  std::size_t number = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stop, fault] = std::from_chars(digits.data(), end, number);
  if (fault != std::errc{} || stop != end) return {};
  return number;
}

}  // namespace

std::vector<std::string> split_list(const std::string& list) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin < list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    if (end > begin) parts.push_back(list.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

std::vector<std::string> understand_fields(const std::string& list) {
  std::vector<std::string> names = split_list(list);
  for (std::string& name : names) {
    const schema::FieldInfo* const info = find_field(name);
    if (info && !is_output_field(name)) name = info->name;
  }
  return names;
}

std::pair<schema::Field, std::string> understand_filter(const std::string& text) {
  const auto equals = text.find('=');
  if (equals == std::string::npos) {
    throw Error(message("--filter={}: not of the form FIELD=VALUE", text));
  }
  const std::string name = text.substr(0, equals);
  const schema::FieldInfo* const info = find_field(name);
  if (!info || !is_filter(info->field)) {
    throw Error(message("--filter={}: no field \"{}\" to filter by", text, name),
                message("fields are source, section, author, url, id, date"));
  }
  std::string value = text.substr(equals + 1);
  if (value.empty()) throw Error(message("{}: needs a value", "--filter=" + name));
  // Pattern signs mean themselves here, as they do inside quotes.
  if (info->field == schema::Field::url) {
    if (const auto fault = fault_in_value(*info, value))
      throw Error(message("--filter={}: {}", text, fault->what), fault->hint);
  }
  return {info->field, std::move(value)};
}

FacetRequest understand_facet(const std::string& text) {
  const auto colon = text.find(':');
  const auto field = find_facet(text.substr(0, colon));
  if (!field) {
    throw Error(
        message("--facet={}: matches are not counted by \"{}\"", text, text.substr(0, colon)),
        message("one of source, section, author, year, month, day"));
  }
  FacetRequest request{*field};
  if (!is_date(*field)) request.limit = usual_facet_values;
  if (colon == std::string::npos) return request;
  const auto limit = whole_number(std::string_view{text}.substr(colon + 1));
  if (!limit) {
    throw Error(message("--facet={}: '{}' is not a whole number", text, text.substr(colon + 1)),
                message("--facet=source:20 prints the 20 most frequent, :0 all"));
  }
  request.limit = *limit > 0 ? *limit : FacetRequest{}.limit;
  return request;
}

void understand_sort(const std::string& text, Window& window) {
  if (text.empty() || text == "relevance") return;
  const schema::FieldInfo* const info = find_field(text);
  if (info && info->field == schema::Field::body) {
    throw Error(message("--sort={}: articles are not ordered by their whole text", text));
  }
  window.order = info && info->field == schema::Field::date ? Order::date : Order::field;
  window.order_field = info ? std::string{info->name} : text;
}

std::int64_t understand_half_life(const std::string& text) {
  constexpr std::int64_t hour = 3600;
  constexpr std::int64_t day = 24 * hour;
  constexpr std::array<std::pair<char, std::int64_t>, 5> units{
      {{'h', hour}, {'d', day}, {'w', 7 * day}, {'m', 30 * day}, {'y', 365 * day}}};
  constexpr std::size_t most = 100'000;
  const auto number = whole_number(std::string_view{text}.substr(0, text.size() - 1));
  for (const auto& [unit, seconds] : units) {
    const bool meant = text.ends_with(unit) && number && *number > 0 && *number <= most;
    if (meant) return static_cast<std::int64_t>(*number) * seconds;
  }
  throw Error(message("--recency={}: this is no span of time", text),
              message("write 12h, 90d, 8w, 6m or 2y"));
}

std::int64_t end_of(Today today) {
  constexpr std::chrono::hours jakarta{7};
  const auto end = std::chrono::sys_days{today} + std::chrono::days{1} - jakarta;
  return std::chrono::duration_cast<std::chrono::seconds>(end.time_since_epoch()).count();
}

std::chrono::milliseconds understand_timeout(unsigned seconds) {
  constexpr unsigned most = 3600;
  if (seconds >= 1 && seconds <= most) return std::chrono::seconds{seconds};
  throw Error(message("--timeout={}: not from 1 to {} seconds", seconds, most));
}

DateRange understand_dates(const std::string& since, const std::string& until, Today today) {
  const auto range = [&](const char* option, const std::string& text, const std::string& open) {
    const auto found = parse_date_range(open, today);
    if (const auto* days = std::get_if<DateRange>(&found)) return *days;
    throw Error(message("{}={}: this is no date", option, text),
                message("write 2019, 2019-04, april-2019, 2019-04-25, kemarin or 3-bulan"));
  };
  DateRange dates;
  if (!since.empty()) dates.first = range("--since", since, since + "..").first;
  if (!until.empty()) dates.last = range("--until", until, ".." + until).last;
  if (!dates.first.empty() && !dates.last.empty() && dates.last < dates.first) {
    throw Error(message("--until={} is before --since={}", until, since));
  }
  return dates;
}

}  // namespace kliping::searcher
