// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "kliping/manual.hpp"

namespace kliping::manual {

/// What can stand where a value is wanted.
enum class ValueKind {
  none,   ///< A flag: no value.
  text,   ///< Nothing completes it.
  file,   ///< A path.
  words,  ///< One of `OptionFacts::words`.
};

struct OptionFacts {
  /// Without hyphens; empty where there is none.
  std::string short_name;
  std::string long_name;
  /// Placeholder of the value.
  std::string value;
  /// The help text in one line.
  std::string text;
  ValueKind kind = ValueKind::none;
  std::vector<std::string> words;
};

/// Its texts are in the language of the run.
struct CommandFacts {
  std::string name;
  /// With the program's before a verb's: `kliping-index add`.
  std::string full_name;
  std::string summary;
  /// What help ends with, in lines.
  std::string footer;
  std::vector<OptionFacts> options;
  std::vector<OptionFacts> operands;
  std::vector<CommandFacts> verbs;
  /// It has `completing_option`.
  bool completes_beginnings = false;
};

/// A command line as plain values, from its parser.
CommandFacts facts_of(const CLI::App& app);

/// For a terminal of so many columns.
std::string help(const CommandFacts& command, std::size_t columns);

std::string options_roff(const CommandFacts& program);
std::string bash_completion(const CommandFacts& program);
std::string zsh_completion(const CommandFacts& program);
std::string fish_completion(const CommandFacts& program);

/// Whether the offered words are only beginnings of values, to be completed further: `source=`.
bool are_beginnings(const OptionFacts& option);

/// `kliping_index`, for names of shell functions.
std::string identifier(std::string_view name);

}  // namespace kliping::manual
