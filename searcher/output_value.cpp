// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/output_value.hpp"

#include <cmath>

#include "search/article_fields.hpp"
#include "text/utf8.hpp"

namespace kliping::searcher {

double rounded(double number) {
  return std::round(number * 1e4) / 1e4;
}

Json code_point_ranges(std::string_view text, const std::vector<Span>& spans) {
  Json ranges = Json::array();
  std::size_t byte = 0;
  std::size_t count = 0;
  const auto count_to = [&](std::size_t end) {
    count += utf8::length(text.substr(byte, end - byte));
    byte = end;
    return count;
  };
  for (const Span& span : spans) {
    const std::size_t begin = count_to(span.begin);
    ranges.push_back({begin, count_to(span.end)});
  }
  return ranges;
}

Json output_value(const Hit& hit, std::string_view name) {
  if (name == "rank") return hit.rank;
  if (name == "score") return rounded(hit.score);
  if (name == "duplicates") return hit.duplicate_ids.size();
  if (name == "duplicate_ids") return hit.duplicate_ids;
  const MarkedText& snippet = hit.extract.snippet;
  if (name == "snippet") return snippet.text;
  if (name == "highlights") return code_point_ranges(snippet.text, snippet.highlights);
  if (name == "matched") return hit.extract.matched;
  const std::string text = field_text(hit.article, name);
  const bool always = name == "id" || name == "body";
  return text.empty() && !always ? Json(nullptr) : Json(text);
}

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace kliping::searcher
