// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts.hpp"

#include <fmt/format.h>

#include <CLI/App.hpp>
#include <algorithm>
#include <array>

#include "kliping/command.hpp"
#include "kliping/error.hpp"
#include "kliping/language.hpp"

namespace kliping::manual {

namespace {

/// Placeholders of what is a path.
constexpr std::array<std::string_view, 6> path_placeholders{"PATH", "FILE", "INPUT",
                                                            "ROOT", "DB",   "OUT"};

/// Between the words that `offer` puts where help would look for the type, had it no placeholder.
constexpr char word_separator = '|';

/// Placeholder without what marks it as repeatable or optional.
std::string bare(std::string placeholder) {
  if (const auto dots = placeholder.find("..."); dots != std::string::npos)
    placeholder.resize(dots);
  return placeholder;
}

ValueKind kind_of(const OptionFacts& option) {
  if (!option.words.empty()) return ValueKind::words;
  const std::string placeholder = bare(option.value);
  const bool path = std::find(path_placeholders.begin(), path_placeholders.end(), placeholder) !=
                    path_placeholders.end();
  return path ? ValueKind::file : ValueKind::text;
}

std::vector<std::string> offered(const CLI::Option& option) {
  const std::string words = option.get_type_name();
  if (words.find(word_separator) == std::string::npos) return {};
  return CLI::detail::split(words, word_separator);
}

std::string first_or_none(const std::vector<std::string>& names) {
  return names.empty() ? std::string{} : names.front();
}

OptionFacts facts_of(const CLI::Option& option) {
  OptionFacts facts;
  bool several = false;
  facts.text = tr(option.get_description());
  if (option.get_positional()) {
    facts.value = option.get_name(true);
    several = option.get_items_expected_max() > 1;
  } else {
    facts.short_name = first_or_none(option.get_snames());
    facts.long_name = first_or_none(option.get_lnames());
    if (option.get_items_expected_max() == 0) return facts;
    facts.value = option.get_option_text();
  }
  facts.words = offered(option);
  facts.kind = kind_of(facts);
  facts.value = tr(facts.value) + (several ? "..." : "");
  return facts;
}

}  // namespace

CommandFacts facts_of(const CLI::App& app) {
  CommandFacts facts;
  facts.name = app.get_name();
  const CLI::App* const program = app.get_parent();
  facts.full_name = program == nullptr ? facts.name : program->get_name() + ' ' + facts.name;
  facts.summary = tr(app.get_description());
  facts.footer = tr(app.get_footer());
  for (const CLI::Option* const option : app.get_options()) {
    // No group: hidden from help, so from everything.
    if (option->get_group().empty()) continue;
    (option->get_positional() ? facts.operands : facts.options).push_back(facts_of(*option));
  }
  for (const CLI::App* const verb : app.get_subcommands({})) facts.verbs.push_back(facts_of(*verb));
  facts.completes_beginnings = app.get_option_no_throw(completing_option) != nullptr;
  return facts;
}

bool are_beginnings(const OptionFacts& option) {
  return option.kind == ValueKind::words &&
         (option.words.front().ends_with('=') || option.words.front().ends_with(':'));
}

std::string identifier(std::string_view name) {
  std::string word{name};
  std::replace(word.begin(), word.end(), '-', '_');
  return word;
}

void offer(CLI::Option& option, const std::vector<std::string>& words) {
  option.type_name(fmt::format("{}", fmt::join(words, std::string(1, word_separator))));
}

std::string help(const CLI::App& app, std::size_t columns) {
  return help(facts_of(app), columns);
}

std::string generate(std::string_view kind, const CLI::App& app) {
  using Maker = std::string (*)(const CommandFacts&);
  constexpr std::array<std::pair<std::string_view, Maker>, 4> makers{{{"man", options_roff},
                                                                      {"bash", bash_completion},
                                                                      {"zsh", zsh_completion},
                                                                      {"fish", fish_completion}}};
  for (const auto& [name, make] : makers) {
    if (name == kind) return make(facts_of(app));
  }
  throw Error(message("--generate: unknown kind '{}'", kind),
              command::one_of({"man", "bash", "zsh", "fish"}));
}

}  // namespace kliping::manual
