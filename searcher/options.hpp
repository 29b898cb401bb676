// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "kliping/command.hpp"
#include "kliping/date_range.hpp"
#include "kliping/search.hpp"
#include "query/query_builder.hpp"
#include "search/archive.hpp"
#include "search/facets.hpp"
#include "search/window.hpp"
#include "searcher/render.hpp"

namespace kliping::searcher {

/// What a run prints.
enum class Task : std::uint8_t {
  page,
  facets,    ///< `--facets-only`
  locators,  ///< `-l`
  count,     ///< `-c`
  quiet,     ///< `-q`
  batch,     ///< `--queries`
  show,      ///< `--show`
  explain,   ///< `--explain-query`
  complete,  ///< `--complete`, for the shells' completions
};

/// The command line, understood and checked.
struct Options {
  Task task = Task::page;
  std::vector<std::string> databases;
  std::string query;
  std::vector<std::string> show_ids;
  /// The identity of the article for which similar ones are looked for.
  std::string similar_id;
  /// A query whose words are highlighted in what `--show` prints.
  std::string highlight;
  /// A file of `qid TAB query` lines; `-` is standard input.
  std::string queries_file;
  std::string run_tag = "kliping";
  /// `sumber:ko` or `source=ko`: the word at the cursor of a shell.
  std::string word_to_complete;

  Operator op = Operator::automatic;
  Syntax syntax = Syntax::operators;
  Forms forms = Forms::all;
  Synonyms synonyms = Synonyms::used;
  std::vector<std::pair<schema::Field, std::string>> filters;
  Today today;
  /// `--since` and `--until`.
  DateRange dates;

  /// Exact counts take a look at every match, and only `--summary` prints one.
  Window window{{.count = Count::estimated}};
  std::vector<FacetRequest> facets;
  Format format = Format::text;
  std::vector<std::string> fields;
  char terminator = '\n';
  bool summary = false;
  std::size_t snippet_length = 200;
  bool explain = false;
  bool verbose = false;
  command::When color = command::When::automatic;
  command::When hyperlink = command::When::automatic;
  ArchivePolicy archive;
};

/// The options, or a text to print instead of searching: the version, or help for a terminal of so
/// many columns. Throws Error for a command line that means nothing.
std::variant<Options, std::string> parse_options(int argc, const char* const* argv, Today today,
                                                 std::size_t columns);

}  // namespace kliping::searcher
