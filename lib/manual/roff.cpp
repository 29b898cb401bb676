// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "facts.hpp"

namespace kliping::manual {

namespace {

/// As text of a man page: a hyphen is typed as it is read, a line cannot turn into a request.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '-') {
      out += "\\-";
    } else if (c == '\\') {
      out += "\\e";
    } else {
      out += c;
    }
  }
  return out.starts_with('.') || out.starts_with('\'') ? "\\&" + out : out;
}

/// `-d, --db=PATH`, names bold and the value in italics.
std::string term_of(const OptionFacts& option) {
  std::string term;
  if (!option.short_name.empty()) term += fmt::format("\\fB\\-{}\\fR", option.short_name);
  if (!option.long_name.empty()) {
    term += fmt::format("{}\\fB\\-\\-{}\\fR", term.empty() ? "" : ", ", escaped(option.long_name));
  }
  if (option.value.empty()) return term;
  const std::string_view separator = option.long_name.empty() ? "" : "=";
  return term + fmt::format("{}\\fI{}\\fR", separator, escaped(option.value));
}

void append_options(const CommandFacts& command, std::string& out) {
  for (const auto* const list : {&command.operands, &command.options}) {
    for (const OptionFacts& option : *list)
      out += fmt::format(".TP\n{}\n{}\n", term_of(option), escaped(option.text));
  }
}

}  // namespace

std::string options_roff(const CommandFacts& program) {
  std::string out;
  append_options(program, out);
  for (const CommandFacts& verb : program.verbs) {
    out += fmt::format(".SS {} {}\n{}.\n", program.name, verb.name, escaped(verb.summary));
    append_options(verb, out);
  }
  return out;
}

}  // namespace kliping::manual
