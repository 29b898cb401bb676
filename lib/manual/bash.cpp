// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "facts.hpp"

namespace kliping::manual {

namespace {

/// What comes before the tables. Bash takes `=` and `:` for words of their own.
constexpr std::string_view head = R"(# bash completion of {0}: {0} --generate=bash
_{1}() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD - 1]}} verb= words= i
  if [[ $word == [=:] ]]; then
    word=
  elif [[ $before == = ]]; then
    before=${{COMP_WORDS[COMP_CWORD - 2]}}
  fi
)";

constexpr std::string_view find_verb = R"(  for ((i = 1; i < COMP_CWORD; ++i)); do
    if [[ ${COMP_WORDS[i]} != -* ]]; then
      verb=${COMP_WORDS[i]}
      break
    fi
  done
)";

/// The word under the cursor as it was typed, put together again, and the databases before it: the
/// program says how a beginning of a field goes on. `%q` quotes what the shell would take apart.
constexpr std::string_view ask_program = R"(  local typed=${{COMP_WORDS[COMP_CWORD]}} line
  local -a db=() found=()
  for ((i = COMP_CWORD - 1; i > 0; i -= 1)); do
    if [[ ${{COMP_WORDS[i]}} == [=:] || $typed == [=:]* ]]; then
      typed=${{COMP_WORDS[i]}}$typed
    else
      break
    fi
  done
  if [[ $typed == --* ]]; then typed=${{typed#*=}}; fi
  if [[ $typed == *[=:]* ]]; then
    for ((i = 1; i < COMP_CWORD; ++i)); do
      [[ ${{COMP_WORDS[i]}} == -d || ${{COMP_WORDS[i]}} == --db ]] || continue
      line=${{COMP_WORDS[i + 1]}}
      [[ $line == = ]] && line=${{COMP_WORDS[i + 2]}}
      db+=(-d "${{line/#\~\//$HOME/}}")
    done
    while IFS= read -r line; do
      printf -v line %q "${{line#"${{typed%"$word"}}"}}"
      found+=("$line")
    done < <({0} "${{db[@]}}" --complete="$typed" 2>/dev/null)
    COMPREPLY=("${{found[@]}}")
    return
  fi
)";

/// With nothing to offer, `-o default` has the shell complete names of files.
constexpr std::string_view tail = R"(  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
  [[ ${{COMPREPLY-}} == *[=:] ]] && compopt -o nospace
}}
complete -o default -F _{1} {0}
)";

std::string joined(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, " "));
}

/// `add:-f | add:--format`
std::string pattern_of(const std::string& verb, const OptionFacts& option) {
  std::string pattern;
  if (!option.short_name.empty()) pattern += fmt::format("{}:-{} | ", verb, option.short_name);
  return pattern + fmt::format("{}:--{}", verb, option.long_name);
}

/// One branch for each option that takes a value.
void append_values(const std::string& verb, const CommandFacts& command, std::string& out) {
  for (const OptionFacts& option : command.options) {
    if (option.kind == ValueKind::none) continue;
    const std::string pattern = pattern_of(verb, option);
    if (option.kind == ValueKind::words) {
      out += fmt::format("    {}) words='{}' ;;\n", pattern, joined(option.words));
    } else if (option.kind == ValueKind::file) {
      out += fmt::format("    {}) return ;;\n", pattern);
    } else {
      out += fmt::format("    {}) compopt +o default; return ;;\n", pattern);
    }
  }
}

/// What can stand where no value is wanted: options after a hyphen, else verbs or operands.
void append_rest(const std::string& verb, const CommandFacts& command, std::string& out) {
  std::string names;
  for (const OptionFacts& option : command.options) {
    names += fmt::format("{}--{}", names.empty() ? "" : " ", option.long_name);
  }
  std::vector<std::string> operands;
  for (const CommandFacts& inner : command.verbs) operands.push_back(inner.name);
  for (const OptionFacts& operand : command.operands)
    operands.insert(operands.end(), operand.words.begin(), operand.words.end());
  out += fmt::format(
      "    {}:*)\n      if [[ $word == -* ]]; then words='{}'; else words='{}'; fi ;;\n", verb,
      names, joined(operands));
}

}  // namespace

std::string bash_completion(const CommandFacts& program) {
  const std::string function = identifier(program.name);
  std::string out = fmt::format(head, program.name, function);
  if (program.completes_beginnings) out += fmt::format(ask_program, program.name);
  if (!program.verbs.empty()) out += find_verb;
  out += "  case $verb:$before in\n";
  for (const CommandFacts& verb : program.verbs) {
    append_values(verb.name, verb, out);
    append_rest(verb.name, verb, out);
  }
  append_values("", program, out);
  append_rest("", program, out);
  return out + fmt::format(tail, program.name, function);
}

}  // namespace kliping::manual
