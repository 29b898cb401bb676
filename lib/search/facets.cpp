// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/facets.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "kliping/message.hpp"

namespace kliping {

namespace {

struct FacetInfo {
  FacetField field;
  std::string_view name;
  std::string_view indonesian;
  schema::Slot slot;
  /// How many bytes of a value count: of a day `2019` for years, `2019-04` for months.
  std::size_t bytes;
};

constexpr std::size_t whole = std::string::npos;

constexpr std::array<FacetInfo, 6> facets{{
    {FacetField::source, mark("source"), "sumber", schema::Slot::source, whole},
    {FacetField::section, mark("section"), "rubrik", schema::Slot::section, whole},
    {FacetField::author, mark("author"), "penulis", schema::Slot::author, whole},
    {FacetField::year, mark("year"), "tahun", schema::Slot::day, 4},
    {FacetField::month, mark("month"), "bulan", schema::Slot::day, 7},
    {FacetField::day, mark("day"), "hari", schema::Slot::day, 10},
}};

const FacetInfo& info_of(FacetField field) {
  return *std::find_if(facets.begin(), facets.end(),
                       [&](const FacetInfo& info) { return info.field == field; });
}

bool more(const FacetValue& a, const FacetValue& b) {
  return a.count != b.count ? a.count > b.count : a.value < b.value;
}

std::vector<FacetValue> values_of(const FacetInfo& info, const ValueCounts& counted) {
  std::unordered_map<std::string, std::size_t> sums;
  for (const auto& [value, count] : counted.counts) sums[value.substr(0, info.bytes)] += count;
  std::vector<FacetValue> values;
  for (const auto& [value, count] : sums) values.push_back({value, count});
  return values;
}

}  // namespace

std::string_view name_of(FacetField field) {
  return info_of(field).name;
}

bool is_date(FacetField field) {
  return info_of(field).slot == schema::Slot::day;
}

std::optional<FacetField> find_facet(std::string_view name) {
  for (const FacetInfo& info : facets) {
    if (name == info.name || name == info.indonesian) return info.field;
  }
  return {};
}

std::vector<schema::Slot> slots_of(const std::vector<FacetRequest>& requests) {
  std::vector<schema::Slot> slots;
  for (const FacetRequest& request : requests) {
    const schema::Slot slot = info_of(request.field).slot;
    if (std::find(slots.begin(), slots.end(), slot) == slots.end()) slots.push_back(slot);
  }
  return slots;
}

Facet facet_of(const FacetRequest& request, const std::vector<ValueCounts>& counted) {
  const FacetInfo& info = info_of(request.field);
  Facet facet{request.field, {}, 0, 0};
  const auto found = std::find_if(counted.begin(), counted.end(), [&](const ValueCounts& counts) {
    return counts.slot == info.slot;
  });
  if (found == counted.end()) return facet;
  facet.values = values_of(info, *found);
  std::sort(facet.values.begin(), facet.values.end(), more);
  for (std::size_t i = request.limit; i < facet.values.size(); ++i) {
    ++facet.other_values;
    facet.other_articles += facet.values[i].count;
  }
  facet.values.resize(facet.values.size() - facet.other_values);
  std::stable_sort(facet.values.begin(), facet.values.end(),
                   [&](const FacetValue& a, const FacetValue& b) {
                     if (a.value.empty() != b.value.empty()) return b.value.empty();
                     return is_date(request.field) && a.value < b.value;
                   });
  return facet;
}

}  // namespace kliping
