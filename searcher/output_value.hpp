// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>

#include "searcher/render.hpp"

namespace kliping::searcher {

using Json = nlohmann::ordered_json;

inline constexpr int output_schema = 1;

/// The value of a hit's field by its name in output: one of schema 1, else `body` or `file`, else a
/// field of the archive's own. Null if the article has none.
Json output_value(const Hit& hit, std::string_view name);

/// A score rounded for people; equal scores stay equal.
double rounded(double number);

/// Byte spans of `text` as half-open ranges of code points.
Json code_point_ranges(std::string_view text, const std::vector<Span>& spans);

/// A text on one line; bytes that are no UTF-8 are replaced.
std::string dump(const Json& json);

}  // namespace kliping::searcher
