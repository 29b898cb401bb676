// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/option_values.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "kliping/error.hpp"
#include "searcher/field_names.hpp"

namespace kliping::searcher {

std::vector<std::string> split_list(const std::string& list) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin < list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    if (end > begin) parts.push_back(list.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

std::pair<schema::Field, std::string> understand_filter(const std::string& text) {
  const auto equals = text.find('=');
  if (equals == std::string::npos) {
    throw Error(fmt::format("--filter={}: not of the form FIELD=VALUE", text));
  }
  const std::string name = text.substr(0, equals);
  const schema::FieldInfo* const info = find_field(name);
  if (!info || !is_filter(info->field)) {
    throw Error(fmt::format("--filter={}: no field \"{}\" to filter by", text, name),
                "fields are source, section, author, url, id, date");
  }
  return {info->field, text.substr(equals + 1)};
}

DateRange understand_dates(const std::string& since, const std::string& until) {
  DateRange range;
  const auto period = [](const char* option, const std::string& text) {
    const auto found = parse_period(text);
    if (found) return *found;
    throw Error(fmt::format("{}={}: this is no date", option, text),
                "write 2019, 2019-04 or 2019-04-25");
  };
  if (!since.empty()) range.first = period("--since", since).first;
  if (!until.empty()) range.last = period("--until", until).last;
  if (!range.first.empty() && !range.last.empty() && range.last < range.first) {
    throw Error(fmt::format("--until={} is before --since={}", until, since));
  }
  return range;
}

}  // namespace kliping::searcher
