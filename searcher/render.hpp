// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "kliping/article.hpp"
#include "searcher/snippet.hpp"

namespace kliping::searcher {

/// An article that was found, with all that any format prints of it.
struct Hit {
  std::size_t rank = 0;
  double score = 0;
  Article article;
  Extract extract;
};

struct Summary {
  std::string query;
  std::string parsed;
  bool relaxed = false;
  std::size_t matches = 0;
  /// Of the matches, those that have every word; fewer only where the query was relaxed.
  std::size_t complete = 0;
  double elapsed_ms = 0;
};

enum class Format : std::uint8_t { text, json, jsonl, tsv, csv, trec };

enum class Colors : std::uint8_t { off, on };

/// One way to print a page. Gives bytes; writing them is the caller's.
class Renderer {
 public:
  virtual ~Renderer() = default;

  virtual std::string begin() { return {}; }
  virtual std::string hit(const Hit& hit) = 0;
  virtual std::string summary(const Summary& summary) = 0;
  virtual std::string end() { return {}; }
};

struct TextStyle {
  Colors colors = Colors::off;
  /// Columns to wrap at; 0 leaves lines whole.
  int width = 0;
};

/// Pages for people: title, date and source, locator, snippet.
std::unique_ptr<Renderer> text_renderer(const TextStyle& style);

/// JSON Lines, or one JSON array. `fields` empty is all of schema 1.
std::unique_ptr<Renderer> json_renderer(Format format, std::vector<std::string> fields);

/// TSV or CSV. `fields` empty is `rank score id date source title locator`.
std::unique_ptr<Renderer> table_renderer(Format format, std::vector<std::string> fields);

/// `-l`: the locator, else the address, else the identity, ended by `terminator`.
std::unique_ptr<Renderer> locator_renderer(char terminator);

/// A line of a TREC run. White space inside an identity is escaped as in an address (`%20`).
std::string trec_line(std::string_view query_id, std::string_view identity, std::size_t rank,
                      double score, std::string_view run_tag);

/// The stored article: its fields by name, an empty line, the body.
std::string show_text(const Article& article, const TextStyle& style);
std::string show_json(const Article& article);

/// `text` with nothing in it that a terminal would obey; line ends and tabs stay.
std::string without_controls(std::string_view text);

}  // namespace kliping::searcher
