// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "searcher/output_value.hpp"
#include "searcher/render.hpp"

namespace kliping::searcher {

namespace {

class JsonRenderer final : public Renderer {
 public:
  JsonRenderer(Format format, std::vector<std::string> fields, char terminator)
      : array_(format == Format::json), terminator_(terminator), fields_(std::move(fields)) {
    if (!fields_.empty()) return;
    fields_ = {"rank",    "score",      "id",         "locator", "url",
               "title",   "date",       "source",     "section", "author",
               "snippet", "highlights", "duplicates", "matched", "duplicate_ids"};
  }

  std::string begin() override { return array_ ? "[" : ""; }
  std::string end() override { return array_ ? "\n]\n" : ""; }

  std::string hit(const ExplainedHit& hit) override {
    Json json = typed("hit");
    for (const std::string& name : fields_) json[name] = output_value(hit, name);
    if (!hit.parts.empty()) json["explain"] = explained(hit.parts);
    return record(json);
  }

  std::string facet(const Facet& facet) override {
    std::string out;
    for (const FacetValue& value : facet.values) {
      Json json = typed("facet");
      json["field"] = name_of(facet.field);
      json["value"] = value.value.empty() ? Json(nullptr) : Json(value.value);
      json["count"] = value.count;
      out += record(json);
    }
    return out;
  }

  std::string summary(const Summary& summary) override {
    Json json = typed("summary");
    json["query"] = summary.query;
    json["parsed"] = summary.parsed;
    json["corrected"] = summary.corrected.empty() ? Json(nullptr) : Json(summary.corrected);
    json["relaxed"] = summary.relaxed;
    json["partial"] = summary.partial;
    json["matches"] = summary.matches;
    json["complete"] = summary.complete;
    json["elapsed_ms"] = rounded(summary.elapsed_ms);
    return record(json);
  }

 private:
  static Json typed(const char* type) { return {{"type", type}, {"schema", output_schema}}; }

  static Json explained(const std::vector<ScorePart>& parts) {
    Json list = Json::array();
    for (const ScorePart& part : parts)
      list.push_back({{"what", part.what}, {"weight", part.weight}});
    return list;
  }

  std::string record(const Json& json) {
    if (!array_) return dump(json) + terminator_;
    return (std::exchange(first_, false) ? "\n" : ",\n") + dump(json);
  }

  bool array_;
  bool first_ = true;
  char terminator_;
  std::vector<std::string> fields_;
};

}  // namespace

std::unique_ptr<Renderer> json_renderer(Format format, std::vector<std::string> fields,
                                        char terminator) {
  return std::make_unique<JsonRenderer>(format, std::move(fields), terminator);
}

std::string show_json(const Shown& shown) {
  Json json{{"type", "article"}, {"schema", output_schema}};
  const Hit hit{.article = shown.article};
  for (const char* const name :
       {"id", "locator", "url", "title", "date", "source", "section", "author", "body"}) {
    json[name] = output_value(hit, name);
  }
  if (!shown.highlights.empty()) {
    json["highlights"] = code_point_ranges(shown.article.body, shown.highlights);
  }
  for (const auto& [name, value] : shown.article.extra) {
    if (!json.contains(name)) json[name] = value;
  }
  return dump(json);
}

}  // namespace kliping::searcher
