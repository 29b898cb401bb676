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

/// Offers beginnings of fields, and has the program say how one goes on that is typed.
constexpr std::string_view ask_program = R"(function __{1}_words
  set -l word (string replace -r -- '^--[a-z-]+=' '' (commandline -ct))
  set -l tokens (commandline -opc)
  set -l db
  for i in (seq (count $tokens))
    switch $tokens[$i]
      case -d --db
        set -a db -d $tokens[(math $i + 1)]
      case '--db=*'
        set -a db -d (string replace -- --db= '' $tokens[$i])
    end
  end
  if string match -qr '[=:]' -- $word
    {0} $db --complete=$word 2>/dev/null
  else
    printf '%s\n' $argv
  end
end
)";

/// What is offered of an option's words.
std::string words_of(const OptionFacts& option, const CommandFacts& command) {
  const std::string words = fmt::format("{}", fmt::join(option.words, " "));
  if (!are_beginnings(option) || !command.completes_beginnings) return quoted(words);
  return quoted(fmt::format("(__{}_words {})", identifier(command.name), words));
}

/// `-s f -l format -x -a 'auto text' -d '…'`
std::string switches_of(const OptionFacts& option, const CommandFacts& command) {
  std::string out;
  if (!option.short_name.empty()) out += fmt::format(" -s {}", option.short_name);
  out += fmt::format(" -l {}", option.long_name);
  if (option.kind == ValueKind::text) out += " -x";
  if (option.kind == ValueKind::file) out += " -r -F";
  if (option.kind == ValueKind::words) {
    out += fmt::format(" -x -a {}", words_of(option, command));
  }
  return out + fmt::format(" -d {}", quoted(option.text));
}

void append(const std::string& program, const std::string& condition, const CommandFacts& command,
            std::string& out) {
  const std::string begin = condition.empty()
                                ? fmt::format("complete -c {}", program)
                                : fmt::format("complete -c {} -n {}", program, quoted(condition));
  for (const OptionFacts& option : command.options)
    out += begin + switches_of(option, command) + '\n';
  for (const OptionFacts& operand : command.operands) {
    if (operand.kind == ValueKind::file) out += begin + " -F\n";
    if (operand.kind == ValueKind::words) {
      out += fmt::format("{} -a {}\n", begin, words_of(operand, command));
    }
  }
}

}  // namespace

std::string fish_completion(const CommandFacts& program) {
  std::string out = fmt::format(
      "# fish completion of {0}: {0} --generate=fish\ncomplete -c {0} -f\n", program.name);
  if (program.completes_beginnings) {
    out += fmt::format(ask_program, program.name, identifier(program.name));
  }
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
