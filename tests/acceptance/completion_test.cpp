// SPDX-License-Identifier: GPL-3.0-or-later
// Completions are tried in the shells they are for, where these are installed.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
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

namespace {

/// A database, and the programs where a completion script looks for them.
class Shelf {
 public:
  Shelf() {
    run("printf '%s\\n' '{\"title\":\"Banjir\",\"body\":\"Banjir surut.\",\"source\":\"Warta "
        "Priangan\",\"date\":\"2022-03-24\"}' '{\"title\":\"Gempa\",\"body\":\"Gempa "
        "reda.\",\"source\":\"warkop\",\"date\":\"2024-01-19\"}' | kliping-index add -d db -");
  }

  Output run(const std::string& command) const {
    return run_shell("cd '" + folder_.path().string() + "' && PATH=\"" + folder_of(KLIPING_INDEX) +
                     ":" + folder_of(KLIPING_SEARCH) + ":$PATH\" && " + command);
  }

  void keep(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name) << text;
  }

 private:
  static std::string folder_of(const std::string& program) {
    return std::filesystem::path(program).parent_path().string();
  }

  TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("completion: the program knows what its archive has") {
  const Shelf shelf;
  const auto completed = [&](const std::string& word) {
    return shelf.run("kliping-search -d db --complete='" + word + "'").out;
  };
  CHECK(completed("sumber:war") == "sumber:warkop\nsumber:\"warta priangan\"\n");
  CHECK(completed("sumber:\"Warta P") == "sumber:\"warta priangan\"\n");
  CHECK(completed("source=warta") == "source=warta priangan\n");
  CHECK(completed("tanggal:20") == "tanggal:2022\ntanggal:2023\ntanggal:2024\n");
  CHECK(completed("sumber:zzz") == "");
  CHECK(completed("judul:ban") == "");
  CHECK(completed("12:30") == "");
}

TEST_CASE("completion: bash asks the archive") {
  const Shelf shelf;
  shelf.keep("try", R"(compopt() { :; }
source <(kliping-search --generate=bash)
offered() {
  COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
  _kliping_search
  printf '%s|' "${COMPREPLY[@]}"
  echo
}
offered kliping-search -d db sumber : wark
offered kliping-search --db = db --filter = source = wart
offered kliping-search -d db rubrik :
offered kliping-search -d db --facet se
)");
  CHECK(shelf.run("bash try").out ==
        "warkop|\n"
        "warta\\ priangan|\n"
        "|\n"
        "section|\n");
}

TEST_CASE("completion: zsh asks the archive") {
  if (!installed("zsh")) {
    MESSAGE("zsh is not installed: skipped");
    return;
  }
  const Shelf shelf;
  shelf.keep("try", R"(_arguments() { :; }
compadd() { [[ $2 == -a ]] && print -l -- ${(P)3} || print -- "$@"; }
source <(kliping-search --generate=zsh)
words=(kliping-search -d db sumber:wa) CURRENT=4 PREFIX=sumber:wa
_kliping_search_words judul: sumber:
words=(kliping-search --db=db s) CURRENT=3 PREFIX=s
_kliping_search_words judul: sumber:
)");
  CHECK(shelf.run("zsh -f try").out ==
        "sumber:warkop\nsumber:\"warta priangan\"\n-S  -- judul: sumber:\n");
}

TEST_CASE("completion: fish asks the archive") {
  if (!installed("fish")) {
    MESSAGE("fish is not installed: skipped");
    return;
  }
  const Shelf shelf;
  const std::string out =
      shelf
          .run(
              "kliping-search --generate=fish > complete.fish; fish --no-config -c 'source "
              "complete.fish; complete -C \"kliping-search -d db sumber:wark\"; "
              "complete -C \"kliping-search -d db --filter=source=wark\"'")
          .out;
  CHECK(out.find("sumber:warkop") != std::string::npos);
  CHECK(out.find("source=warkop") != std::string::npos);
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
