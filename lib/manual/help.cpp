// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "facts.hpp"
#include "kliping/language.hpp"
#include "text/code_point.hpp"

namespace kliping::manual {

namespace {

/// Where texts begin beside names of options; a terminal too narrow for that has them below.
constexpr std::size_t text_column = 26;
constexpr std::size_t least_beside = 50;
constexpr std::size_t indent_below = 6;
/// Longer lines are harder to read.
constexpr std::size_t most_columns = 100;

std::size_t columns_of(std::string_view text) {
  return static_cast<std::size_t>(utf8::columns(text));
}

/// Lays out text in a width.
class Page {
 public:
  explicit Page(std::size_t columns) : columns_(std::min(columns, most_columns)) {}

  void line(std::string_view text) { out_.append(text) += '\n'; }

  /// Breaks at spaces; the first line goes on where `begun` ends, the others begin at `margin`.
  void paragraph(std::string_view text, std::string_view begun = {}, std::size_t margin = 0) {
    out_ += begun;
    std::size_t column = columns_of(begun);
    bool first = true;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find_first_of(" \n", begin), text.size());
      const std::string_view word = text.substr(begin, end - begin);
      if (!first && column + 1 + columns_of(word) > columns_) {
        out_ += '\n' + std::string(margin, ' ');
        column = margin;
      } else if (!first) {
        out_ += ' ';
        ++column;
      }
      out_ += word;
      column += columns_of(word);
      first = false;
      begin = end + 1;
    }
    out_ += '\n';
  }

  /// `  -d, --db=PATH         the database`
  void entry(const std::string& name, std::string_view text) {
    const std::string begun = "  " + name;
    if (columns_ < least_beside) {
      line(begun);
      paragraph(text, std::string(indent_below, ' '), indent_below);
    } else if (columns_of(begun) + 2 > text_column) {
      line(begun);
      paragraph(text, std::string(text_column, ' '), text_column);
    } else {
      const std::string gap(text_column - columns_of(begun), ' ');
      paragraph(text, begun + gap, text_column);
    }
  }

  /// Lines that begin with a space stand as they are; others are paragraphs, to be filled.
  void prose(std::string_view text) {
    std::string_view open;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      const std::string_view one = text.substr(begin, end - begin);
      const bool ends_paragraph = one.empty() || one.starts_with(' ');
      if (!ends_paragraph) {
        open = open.empty() ? one : std::string_view{open.data(), one.data() + one.size()};
      } else {
        if (!open.empty()) paragraph(open);
        open = {};
        line(one);
      }
      begin = end + 1;
    }
    if (!open.empty()) paragraph(open);
  }

  std::string take() { return std::move(out_); }

 private:
  std::size_t columns_;
  std::string out_;
};

std::string name_of(const OptionFacts& option) {
  std::string name;
  if (!option.short_name.empty()) name += fmt::format("-{}, ", option.short_name);
  name += fmt::format("--{}", option.long_name);
  return option.value.empty() ? name : fmt::format("{}={}", name, option.value);
}

std::string usage_of(const CommandFacts& command) {
  std::string usage = fmt::format("{} {} [{}]", tr("Usage:"), command.full_name, tr("OPTION..."));
  if (!command.verbs.empty()) usage += ' ' + tr("COMMAND");
  for (const OptionFacts& operand : command.operands) usage += fmt::format(" [{}]", operand.value);
  return usage;
}

}  // namespace

std::string help(const CommandFacts& command, std::size_t columns) {
  Page page(columns);
  page.paragraph(command.summary);
  page.line("");
  page.paragraph(usage_of(command));
  for (const OptionFacts& operand : command.operands) page.entry(operand.value, operand.text);
  page.line('\n' + tr("Options:"));
  for (const OptionFacts& option : command.options) page.entry(name_of(option), option.text);
  if (!command.verbs.empty()) page.line('\n' + tr("Commands:"));
  for (const CommandFacts& verb : command.verbs) page.entry(verb.name, verb.summary);
  if (!command.footer.empty()) page.line("");
  page.prose(command.footer);
  return page.take();
}

}  // namespace kliping::manual
