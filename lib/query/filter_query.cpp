// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/analysis/analyzer.hpp"
#include "query/query_builder.hpp"

namespace kliping {

using Xapian::Query;

Xapian::Query filter_query(schema::Field field, std::string_view value) {
  if (field == schema::Field::id) return Query{schema::identity_term(value)};
  if (field == schema::Field::url) {
    if (const std::string address = schema::address_term(value); !address.empty())
      return Query{address};
    const std::size_t scheme = value.find("://");
    if (scheme != value.npos) value.remove_prefix(scheme + 3);
    std::string host = fold(value.substr(0, value.find('/')));
    if (host.starts_with("www.")) host.erase(0, 4);
    // Terms have hosts as the address has them.
    return {Query::OP_OR, Query{schema::filter_term(schema::prefix::host, host)},
            Query{schema::filter_term(schema::prefix::host, "www." + host)}};
  }
  for (const schema::FieldInfo& info : schema::fields) {
    if (info.field == field && !info.filter_prefix.empty()) {
      return Query{schema::filter_term(info.filter_prefix, value)};
    }
  }
  return Query::MatchNothing;
}

Xapian::Query date_query(const DateRange& range) {
  const auto slot = static_cast<Xapian::valueno>(schema::Slot::day);
  if (range.first.empty() && range.last.empty()) return {};
  // Days begin with a digit, so "0" is before all of them, ":" after, and absence before both.
  return {Query::OP_VALUE_RANGE, slot, range.first.empty() ? "0" : range.first,
          range.last.empty() ? ":" : range.last};
}

}  // namespace kliping
