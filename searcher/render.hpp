// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "kliping/article.hpp"
#include "kliping/search.hpp"
#include "search/explain.hpp"
#include "search/facets.hpp"
#include "searcher/terminal.hpp"

namespace kliping::searcher {

/// A hit with what `--explain` shows of it.
struct ExplainedHit : Hit {
  /// The parts that add up to the score; empty without `--explain`.
  std::vector<ScorePart> parts{};
};

struct Summary {
  std::string query;
  std::string parsed;
  /// The corrected query; empty if nothing is doubtful.
  std::string corrected;
  bool relaxed = false;
  /// Whether a server did not answer.
  bool partial = false;
  std::size_t matches = 0;
  /// How many of the matches have every word: all of them, unless the query was relaxed.
  std::size_t complete = 0;
  double elapsed_ms = 0;
};

/// A stored article, and ascending byte spans of its body that answer a query.
struct Shown {
  Article article;
  std::vector<Span> highlights;
};

enum class Format : std::uint8_t { text, json, jsonl, tsv, csv, trec };

/// One way to print what was found. It returns bytes, which the caller writes.
class Renderer {
 public:
  virtual ~Renderer() = default;

  virtual std::string begin() { return {}; }
  virtual std::string hit(const ExplainedHit& hit) = 0;
  virtual std::string facet(const Facet&) { return {}; }
  virtual std::string summary(const Summary&) { return {}; }
  virtual std::string end() { return {}; }
};

/// Pages for people: title, date and source, locator, snippet; facets as columns, on a terminal
/// with bars.
std::unique_ptr<Renderer> text_renderer(const TextStyle& style);

/// JSON Lines, or one JSON array. Without `fields`, all fields of schema 1.
std::unique_ptr<Renderer> json_renderer(Format format, std::vector<std::string> fields,
                                        char terminator = '\n');

/// TSV or CSV. Without `fields`, `rank score id date source title locator`.
std::unique_ptr<Renderer> table_renderer(Format format, std::vector<std::string> fields,
                                         char terminator = '\n');

/// Facets as TSV or CSV, `field value count`, without hits.
std::unique_ptr<Renderer> facet_table_renderer(Format format, char terminator = '\n');

/// `-l`: the place of each article, ended by `terminator`; or the values of another field, each
/// once.
std::unique_ptr<Renderer> locator_renderer(std::string field, char terminator);

/// Whether a format prints snippets, highlights or matched words.
bool shows_extract(Format format, const std::vector<std::string>& fields);

/// Appends a line of a TREC run. White space inside an identity is escaped as in an address
/// (`%20`).
void add_trec_line(std::string& out, std::string_view query_id, std::string_view identity,
                   std::size_t rank, double score, std::string_view run_tag);

/// Facets for people.
std::string facet_text(const Facet& facet, const TextStyle& style);

/// The stored article: its fields by name, an empty line, the body.
std::string show_text(const Shown& shown, const TextStyle& style);

/// The same as one JSON object without a line end.
std::string show_json(const Shown& shown);

}  // namespace kliping::searcher
