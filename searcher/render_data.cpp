// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "searcher/article_fields.hpp"
#include "searcher/render.hpp"
#include "searcher/utf8.hpp"

namespace kliping::searcher {

namespace {

using Json = nlohmann::ordered_json;

constexpr int schema_version = 1;

Json text_or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

/// Rounded to what a reader can use; equal scores stay equal.
double rounded(double number) {
  return std::round(number * 1e4) / 1e4;
}

/// Byte spans as half-open ranges of code points.
Json code_point_ranges(const MarkedText& marked) {
  Json ranges = Json::array();
  std::size_t byte = 0;
  std::size_t count = 0;
  const auto count_to = [&](std::size_t end) {
    count += utf8::length(std::string_view{marked.text}.substr(byte, end - byte));
    byte = end;
    return count;
  };
  for (const Span& span : marked.highlights) {
    const std::size_t begin = count_to(span.begin);
    ranges.push_back({begin, count_to(span.end)});
  }
  return ranges;
}

/// The names of schema 1, in its order, then `body` and the archive's own fields by their names.
Json value_of(const Hit& hit, std::string_view name) {
  const Article& article = hit.article;
  if (name == "rank") return hit.rank;
  if (name == "score") return rounded(hit.score);
  if (name == "snippet") return hit.extract.snippet.text;
  if (name == "highlights") return code_point_ranges(hit.extract.snippet);
  if (name == "matched") return hit.extract.matched;
  if (name == "body" || name == "id") return field_text(article, name);
  return text_or_null(field_text(article, name));
}

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

class JsonRenderer final : public Renderer {
 public:
  JsonRenderer(Format format, std::vector<std::string> fields)
      : array_(format == Format::json), fields_(std::move(fields)) {
    if (!fields_.empty()) return;
    fields_ = {"rank",   "score",   "id",     "locator", "url",        "title",  "date",
               "source", "section", "author", "snippet", "highlights", "matched"};
  }

  std::string begin() override { return array_ ? "[" : ""; }
  std::string end() override { return array_ ? "\n]\n" : ""; }

  std::string hit(const Hit& hit) override {
    Json json{{"type", "hit"}, {"schema", schema_version}};
    for (const std::string& name : fields_) json[name] = value_of(hit, name);
    return record(json);
  }

  std::string summary(const Summary& summary) override {
    return record({{"type", "summary"},
                   {"schema", schema_version},
                   {"query", summary.query},
                   {"parsed", summary.parsed},
                   {"corrected", nullptr},
                   {"relaxed", summary.relaxed},
                   {"partial", false},
                   {"matches", summary.matches},
                   {"complete", summary.complete},
                   {"elapsed_ms", rounded(summary.elapsed_ms)}});
  }

 private:
  std::string record(const Json& json) {
    if (!array_) return dump(json) + '\n';
    return (std::exchange(first_, false) ? "\n" : ",\n") + dump(json);
  }

  bool array_;
  bool first_ = true;
  std::vector<std::string> fields_;
};

std::string escape_tsv(std::string_view value) {
  std::string out;
  for (const char c : value) {
    switch (c) {
      case '\t':
        out += "\\t";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\\':
        out += "\\\\";
        break;
      default:
        out += c;
    }
  }
  return out;
}

/// As RFC 4180 has it, but for the line end, which is a line feed.
std::string escape_csv(std::string_view value) {
  if (value.find_first_of(",\"\r\n") == std::string_view::npos) return std::string{value};
  std::string out = "\"";
  for (const char c : value) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

class TableRenderer final : public Renderer {
 public:
  TableRenderer(Format format, std::vector<std::string> fields)
      : csv_(format == Format::csv), fields_(std::move(fields)) {
    if (fields_.empty()) {
      fields_ = {"rank", "score", "id", "date", "source", "title", "locator"};
    }
  }

  /// A CSV file names its columns; `cut` and `sort` want TSV without.
  std::string begin() override { return csv_ ? row(fields_) : std::string{}; }

  std::string hit(const Hit& hit) override {
    std::vector<std::string> cells;
    for (const std::string& name : fields_) cells.push_back(cell(value_of(hit, name)));
    return row(cells);
  }

  std::string summary(const Summary&) override { return {}; }

 private:
  static std::string cell(const Json& value) {
    if (value.is_null()) return {};
    return value.is_string() ? value.get<std::string>() : dump(value);
  }

  std::string row(const std::vector<std::string>& cells) const {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) line += csv_ ? ',' : '\t';
      line += csv_ ? escape_csv(cells[i]) : escape_tsv(cells[i]);
    }
    return line + "\n";
  }

  bool csv_;
  std::vector<std::string> fields_;
};

}  // namespace

std::unique_ptr<Renderer> json_renderer(Format format, std::vector<std::string> fields) {
  return std::make_unique<JsonRenderer>(format, std::move(fields));
}

std::unique_ptr<Renderer> table_renderer(Format format, std::vector<std::string> fields) {
  return std::make_unique<TableRenderer>(format, std::move(fields));
}

std::string trec_line(std::string_view query_id, std::string_view identity, std::size_t rank,
                      double score, std::string_view run_tag) {
  std::string line{query_id};
  line += " Q0 ";
  for (const char c : identity) {
    if (c == ' ' || (c >= '\t' && c <= '\r')) {
      fmt::format_to(std::back_inserter(line), "%{:02X}", static_cast<unsigned>(c));
    } else {
      line += c;
    }
  }
  fmt::format_to(std::back_inserter(line), " {} {:.6f} {}\n", rank, score, run_tag);
  return line;
}

std::string show_json(const Article& article) {
  Json json{{"type", "article"}, {"schema", schema_version}};
  const Hit hit{0, 0, article, {}};
  for (const char* const name :
       {"id", "locator", "url", "title", "date", "source", "section", "author", "body"}) {
    json[name] = value_of(hit, name);
  }
  for (const auto& [name, value] : article.extra) {
    if (!json.contains(name)) json[name] = value;
  }
  return dump(json) + '\n';
}

}  // namespace kliping::searcher
