// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "facts.hpp"

namespace kliping::manual {

namespace {

/// Inside single quotes, within a specification of _arguments.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
      continue;
    }
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

/// Offers beginnings of fields, and has the program say how one goes on that is typed.
constexpr std::string_view ask_program = R"zsh(_{1}_words() {{
  local -a db found
  local i
  for ((i = 1; i < CURRENT; ++i)); do
    case $words[i] in
      -d|--db) db+=(-d ${{(Q)words[i+1]/#\~\//$HOME/}}) ;;
      --db=*) db+=(-d ${{(Q)${{words[i]#--db=}}/#\~\//$HOME/}}) ;;
    esac
  done
  if [[ $PREFIX == *[=:]* ]]; then
    found=(${{(f)"$({0} $db --complete=$PREFIX 2>/dev/null)"}})
    compadd -U -a found
  else
    compadd -S "" -- "$@"
  fi
}}

)zsh";

/// The `:message:action` of a value.
std::string action_of(const OptionFacts& option, const CommandFacts& command) {
  const std::string message = escaped(option.value);
  switch (option.kind) {
    case ValueKind::none:
      return {};
    case ValueKind::text:
      return fmt::format(":{}: ", message);
    case ValueKind::file:
      return fmt::format(":{}:_files", message);
    case ValueKind::words:
      break;
  }
  std::string words;
  for (const std::string& word : option.words) {
    if (!words.empty()) words += ' ';
    words += escaped(word);
  }
  if (are_beginnings(option) && command.completes_beginnings) {
    return fmt::format(":{}:_{}_words {}", message, identifier(command.name), words);
  }
  return are_beginnings(option) ? fmt::format(":{}:compadd -S \"\" -- {}", message, words)
                                : fmt::format(":{}:({})", message, words);
}

std::string specification_of(const OptionFacts& option, const CommandFacts& command) {
  const bool valued = option.kind != ValueKind::none;
  const std::string text = fmt::format("[{}]{}", escaped(option.text), action_of(option, command));
  const std::string long_form = fmt::format("--{}{}", option.long_name, valued ? "=" : "");
  if (option.short_name.empty()) return fmt::format("'*{}{}'", long_form, text);
  return fmt::format("'*'{{-{}{},{}}}'{}'", option.short_name, valued ? "+" : "", long_form, text);
}

void append_arguments(const CommandFacts& command, std::string_view indent, std::string& out) {
  out += fmt::format("{}_arguments -s -S", indent);
  for (const OptionFacts& option : command.options)
    out += fmt::format(" \\\n{}  {}", indent, specification_of(option, command));
  for (const OptionFacts& operand : command.operands)
    out += fmt::format(" \\\n{}  '*{}'", indent, action_of(operand, command));
}

}  // namespace

std::string zsh_completion(const CommandFacts& program) {
  std::string out =
      fmt::format("#compdef {0}\n# zsh completion of {0}: {0} --generate=zsh\n\n", program.name);
  if (program.completes_beginnings) {
    out += fmt::format(ask_program, program.name, identifier(program.name));
  }
  if (program.verbs.empty()) {
    append_arguments(program, "", out);
    return out + '\n';
  }
  out += "local state line context\nlocal -A opt_args\n";
  append_arguments(program, "", out);
  out += " \\\n  '1:command:((";
  for (const CommandFacts& verb : program.verbs)
    out += fmt::format(" {}\\:\"{}\"", verb.name, escaped(verb.summary));
  out += " ))' \\\n  '*::argument:->arguments'\n\ncase $line[1] in\n";
  for (const CommandFacts& verb : program.verbs) {
    out += fmt::format("  {})\n", verb.name);
    append_arguments(verb, "    ", out);
    out += " ;;\n";
  }
  return out + "esac\n";
}

}  // namespace kliping::manual
