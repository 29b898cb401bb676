// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "facts.hpp"

namespace kliping::manual {

namespace {

std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

/// `-s f -l format -x -a 'auto text' -d '…'`
std::string switches_of(const OptionFacts& option) {
  std::string out;
  if (!option.short_name.empty()) out += fmt::format(" -s {}", option.short_name);
  out += fmt::format(" -l {}", option.long_name);
  if (option.kind == ValueKind::text) out += " -x";
  if (option.kind == ValueKind::file) out += " -r -F";
  if (option.kind == ValueKind::words) {
    out += fmt::format(" -x -a {}", quoted(fmt::format("{}", fmt::join(option.words, " "))));
  }
  return out + fmt::format(" -d {}", quoted(option.text));
}

void append(const std::string& program, const std::string& condition, const CommandFacts& command,
            std::string& out) {
  const std::string begin = condition.empty()
                                ? fmt::format("complete -c {}", program)
                                : fmt::format("complete -c {} -n {}", program, quoted(condition));
  for (const OptionFacts& option : command.options) out += begin + switches_of(option) + '\n';
  for (const OptionFacts& operand : command.operands) {
    if (operand.kind == ValueKind::file) out += begin + " -F\n";
    if (operand.kind == ValueKind::words) {
      out += fmt::format("{} -a {}\n", begin,
                         quoted(fmt::format("{}", fmt::join(operand.words, " "))));
    }
  }
}

}  // namespace

std::string fish_completion(const CommandFacts& program) {
  std::string out = fmt::format(
      "# fish completion of {0}: {0} --generate=fish\ncomplete -c {0} -f\n", program.name);
  append(program.name, program.verbs.empty() ? "" : "__fish_use_subcommand", program, out);
  for (const CommandFacts& verb : program.verbs) {
    out += fmt::format("complete -c {} -n __fish_use_subcommand -a {} -d {}\n", program.name,
                       verb.name, quoted(verb.summary));
  }
  for (const CommandFacts& verb : program.verbs)
    append(program.name, "__fish_seen_subcommand_from " + verb.name, verb, out);
  return out;
}

}  // namespace kliping::manual
