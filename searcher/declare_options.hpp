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

/// What stands in the command line and is yet to be understood.
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

/// All options, or those alone that the words of a command line may name.
enum class Declared : std::uint8_t { all, mentioned };

/// Tells the parser of options: what means one thing only goes into `options`, the rest into `raw`.
/// Both must outlive the parser.
void declare_options(CLI::App& app, Options& options, RawOptions& raw, Declared declared,
                     std::span<const char* const> words);

}  // namespace kliping::searcher
