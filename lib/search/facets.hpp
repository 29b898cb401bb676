// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/counting.hpp"

namespace kliping {

enum class FacetField : std::uint8_t { source, section, author, year, month, day };

/// `--facet=FIELD[:N]`.
struct FacetRequest {
  FacetField field = FacetField::source;
  /// How many values are shown at most, those with the most articles.
  std::size_t limit = std::numeric_limits<std::size_t>::max();
};

struct FacetValue {
  /// "" for the articles without a value.
  std::string value;
  std::size_t count = 0;

  bool operator==(const FacetValue&) const = default;
};

/// How many of the matches have each value of a field: the most frequent value first, dates in
/// their order, the articles without one last.
struct Facet {
  FacetField field = FacetField::source;
  std::vector<FacetValue> values;
  /// How many values there are beyond the limit, and how many articles they have.
  std::size_t other_values = 0;
  std::size_t other_articles = 0;
};

std::string_view name_of(FacetField field);
bool is_date(FacetField field);

/// A facet by its name in either language.
std::optional<FacetField> find_facet(std::string_view name);

/// The slots whose values the matcher has to count, each once.
std::vector<schema::Slot> slots_of(const std::vector<FacetRequest>& requests);

Facet facet_of(const FacetRequest& request, const std::vector<ValueCounts>& counted);

}  // namespace kliping
