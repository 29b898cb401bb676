// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "searcher/options.hpp"

namespace CLI {
class App;
}

namespace kliping::searcher {

/// Values of the command line that are not understood yet.
struct RawOptions {
  std::vector<std::string> operands;
  std::vector<std::string> expressions;
  std::vector<std::string> filters;
  std::vector<std::string> facets;
  std::string fields;
  std::string since;
  std::string until;
  std::string generate;
  std::string sort;
  std::string recency;
  unsigned timeout_seconds = 10;
  bool all = false;
  bool locators = false;
  bool nul = false;
  bool count = false;
  bool quiet = false;
  bool json = false;
  bool literal = false;
  bool exact = false;
  bool reverse = false;
  bool no_synonyms = false;
  bool facets_only = false;
  bool collapse = false;
  bool no_collapse = false;
  bool explain_query = false;
  bool require_all = false;
  bool version = false;
};

/// Which options a parser is told of: all, or only those that a command line may mention.
enum class Declared : std::uint8_t { all, mentioned };

/// Tells the parser which options there are. Values that mean only one thing are stored in
/// `options`, the others in `raw`. Both must outlive the parser.
void declare_options(CLI::App& app, Options& options, RawOptions& raw, Declared declared,
                     std::span<const char* const> words);

}  // namespace kliping::searcher
