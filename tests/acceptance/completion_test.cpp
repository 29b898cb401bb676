// SPDX-License-Identifier: GPL-3.0-or-later
// Completions are tried in the shells they are for, where these are installed.
#include <doctest/doctest.h>

#include <string>

#include "process.hpp"

using namespace kliping::test;

namespace {

bool installed(const std::string& shell) {
  return run_shell("command -v " + shell).status == 0;
}

std::string script(const std::string& program, const std::string& shell) {
  const std::string path = program == "kliping-index" ? KLIPING_INDEX : KLIPING_SEARCH;
  return "'" + path + "' --generate=" + shell;
}

/// What bash offers for the last of `words`, which it has split as it does.
std::string offered_by_bash(const std::string& program, const std::string& words) {
  const std::string function = program == "kliping-index" ? "_kliping_index" : "_kliping_search";
  return run_shell("bash -c 'compopt() { :; }; source <(" + script(program, "bash") +
                   "); COMP_WORDS=(" + words + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); " +
                   function + "; echo \"${COMPREPLY[*]}\"'")
      .out;
}

}  // namespace

TEST_CASE("completion: bash") {
  struct Case {
    const char* why;
    const char* program;
    const char* words;
    const char* offered;
  };
  const Case cases[] = {
      {"a verb's beginning", "kliping-index", "kliping-index inf", "info\n"},
      {"an option of the verb", "kliping-index", "kliping-index add --exclu", "--exclude\n"},
      {"a value after a space", "kliping-index", "kliping-index add --format js", "json jsonl\n"},
      {"a value after =, a word to bash", "kliping-search", "kliping-search --format = ts",
       "tsv\n"},
      {"an empty value", "kliping-search", "kliping-search --op = ''", "and auto or\n"},
      {"fields in the query", "kliping-search", "kliping-search jud", "judul:\n"},
      {"a file: left to the shell", "kliping-search", "kliping-search --db ''", "\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    std::string words = c.words;
    for (std::size_t at = 0; (at = words.find('\'', at)) != std::string::npos; at += 4)
      words.replace(at, 1, "'\\''");
    CHECK(offered_by_bash(c.program, words) == c.offered);
  }
}

TEST_CASE("completion: fish") {
  if (!installed("fish")) {
    MESSAGE("fish is not installed: skipped");
    return;
  }
  const std::string out =
      run_shell(script("kliping-index", "fish") +
                " > complete.fish; fish --no-config -c 'source complete.fish; "
                "complete -C \"kliping-index add --format \"'; rm complete.fish")
          .out;
  CHECK(out.find("jsonl") != std::string::npos);
}

TEST_CASE("completion: zsh") {
  if (!installed("zsh")) {
    MESSAGE("zsh is not installed: skipped");
    return;
  }
  for (const char* program : {"kliping-index", "kliping-search"}) {
    CAPTURE(program);
    const Output output = run_shell(script(program, "zsh") + " | zsh -n");
    CHECK(output.status == 0);
    CHECK(output.err == "");
  }
}

TEST_CASE("completion: an unknown shell is told") {
  const Output output = run_shell(script("kliping-search", "tcsh"));
  CHECK(output.status == 2);
  CHECK(output.err ==
        "kliping-search: error: --generate: unknown kind 'tcsh'\n"
        "  hint: one of man, bash, zsh, fish\n");
}
