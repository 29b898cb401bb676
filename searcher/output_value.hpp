// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>

#include "searcher/render.hpp"

namespace kliping::searcher {

using Json = nlohmann::ordered_json;

inline constexpr int output_schema = 1;

/// A field of a hit by its name in schema 1, then `body`, `file` and the archive's own. Null where
/// the article has none.
Json output_value(const Hit& hit, std::string_view name);

/// Rounded to what a reader can use; equal scores stay equal.
double rounded(double number);

/// Byte spans of `text` as half-open ranges of code points.
Json code_point_ranges(std::string_view text, const std::vector<Span>& spans);

/// On one line; what is no UTF-8 is replaced.
std::string dump(const Json& json);

}  // namespace kliping::searcher
