// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <unordered_set>

#include "search/article_fields.hpp"
#include "searcher/output_value.hpp"
#include "searcher/render.hpp"
#include "text/printable.hpp"

namespace kliping::searcher {

namespace {

/// A cell as in RFC 4180; lines end with a line feed alone, however.
std::string escape_csv(std::string_view value) {
  if (value.find_first_of(",\"\r\n") == std::string_view::npos) return std::string{value};
  std::string out = "\"";
  for (const char c : value) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

/// A row of cells, escaped so that it is one line of TSV, or one record of CSV.
class Rows {
 public:
  Rows(Format format, char terminator) : csv_(format == Format::csv), terminator_(terminator) {}

  /// The line that names the columns, only in CSV: `cut` and `sort` would take it for a record.
  std::string header(const std::vector<std::string>& names) const {
    return csv_ ? row(names) : std::string{};
  }

  std::string row(const std::vector<std::string>& cells) const {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) line += csv_ ? ',' : '\t';
      line += csv_ ? escape_csv(cells[i]) : tsv_cell(cells[i]);
    }
    return line + terminator_;
  }

 private:
  bool csv_;
  char terminator_;
};

class TableRenderer final : public Renderer {
 public:
  TableRenderer(const Rows& rows, std::vector<std::string> fields)
      : rows_(rows), fields_(std::move(fields)) {
    if (fields_.empty()) {
      fields_ = {"rank", "score", "id", "date", "source", "title", "locator"};
    }
  }

  std::string begin() override { return rows_.header(fields_); }

  std::string hit(const ExplainedHit& hit) override {
    std::vector<std::string> cells;
    for (const std::string& name : fields_) cells.push_back(cell(output_value(hit, name)));
    return rows_.row(cells);
  }

 private:
  static std::string cell(const Json& value) {
    if (value.is_null()) return {};
    return value.is_string() ? value.get<std::string>() : dump(value);
  }

  Rows rows_;
  std::vector<std::string> fields_;
};

class FacetTableRenderer final : public Renderer {
 public:
  explicit FacetTableRenderer(const Rows& rows) : rows_(rows) {}

  std::string begin() override { return rows_.header({"field", "value", "count"}); }
  std::string hit(const ExplainedHit&) override { return {}; }

  std::string facet(const Facet& facet) override {
    std::string out;
    for (const FacetValue& value : facet.values) {
      out += rows_.row(
          {std::string{name_of(facet.field)}, value.value, fmt::format("{}", value.count)});
    }
    return out;
  }

 private:
  Rows rows_;
};

class LocatorRenderer final : public Renderer {
 public:
  LocatorRenderer(std::string field, char terminator)
      : field_(std::move(field)), terminator_(terminator) {}

  std::string hit(const ExplainedHit& hit) override {
    if (field_.empty()) return whereabouts(hit.article) + terminator_;
    std::string value = cell(hit);
    // Many articles may be in one file, which is listed once.
    const bool wanted = !value.empty() && printed_.insert(value).second;
    return wanted ? value + terminator_ : std::string{};
  }

 private:
  std::string cell(const Hit& hit) const {
    const Json value = output_value(hit, field_);
    if (value.is_null()) return {};
    return value.is_string() ? value.get<std::string>() : dump(value);
  }

  std::string field_;
  char terminator_;
  std::unordered_set<std::string> printed_;
};

}  // namespace

std::unique_ptr<Renderer> table_renderer(Format format, std::vector<std::string> fields,
                                         char terminator) {
  return std::make_unique<TableRenderer>(Rows{format, terminator}, std::move(fields));
}

std::unique_ptr<Renderer> facet_table_renderer(Format format, char terminator) {
  return std::make_unique<FacetTableRenderer>(Rows{format, terminator});
}

std::unique_ptr<Renderer> locator_renderer(std::string field, char terminator) {
  return std::make_unique<LocatorRenderer>(std::move(field), terminator);
}

bool shows_extract(Format format, const std::vector<std::string>& fields) {
  if (format == Format::text) return true;
  if (fields.empty()) return format == Format::json || format == Format::jsonl;
  return std::any_of(fields.begin(), fields.end(), [](const std::string& name) {
    return name == "snippet" || name == "highlights" || name == "matched";
  });
}

void add_trec_line(std::string& out, std::string_view query_id, std::string_view identity,
                   std::size_t rank, double score, std::string_view run_tag) {
  const auto add_space_free = [&](char c) {
    if (c == ' ' || (c >= '\t' && c <= '\r')) {
      fmt::format_to(std::back_inserter(out), "%{:02X}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  };
  out.append(query_id).append(" Q0 ");
  std::for_each(identity.begin(), identity.end(), add_space_free);
  // Scores are rounded to four digits, and formatting a double is most of a long run's printing.
  const auto digits = static_cast<std::uint64_t>(std::llround(score * 1e4));
  const fmt::format_int whole(digits / 10'000);
  const fmt::format_int fraction(10'000 + digits % 10'000);
  const fmt::format_int place(rank);
  out.append(" ").append(place.data(), place.size()).append(" ");
  out.append(whole.data(), whole.size()).append(".").append(fraction.data() + 1, 4).append("00 ");
  out.append(run_tag).append("\n");
}

}  // namespace kliping::searcher
