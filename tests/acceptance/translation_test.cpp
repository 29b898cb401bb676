// SPDX-License-Identifier: GPL-3.0-or-later
// Every message has its Indonesian, and the programs speak the language that they are asked for.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "process.hpp"

using namespace kliping::test;

namespace {

struct Entry {
  std::string text;
  std::string plural;
  std::string translation;
  bool fuzzy = false;
};

std::string unescaped(const std::string& quoted) {
  std::string out;
  for (std::size_t i = 0; i < quoted.size(); ++i) {
    if (quoted[i] != '\\') {
      out += quoted[i];
    } else {
      ++i;
      out += quoted[i] == 'n' ? '\n' : quoted[i];
    }
  }
  return out;
}

/// The entries of a po file or a template, without its head.
std::vector<Entry> entries_of(const std::string& po) {
  std::vector<Entry> entries;
  std::string* part = nullptr;
  bool fuzzy = false;
  std::istringstream in(po);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("#,")) fuzzy = line.find("fuzzy") != std::string::npos;
    const auto quote = line.find('"');
    if (line.starts_with('#') || quote == std::string::npos) continue;
    const std::string keyword = line.substr(0, quote);
    if (keyword == "msgid ") {
      entries.push_back({});
      entries.back().fuzzy = std::exchange(fuzzy, false);
      part = &entries.back().text;
    } else if (keyword == "msgid_plural ") {
      part = &entries.back().plural;
    } else if (!keyword.empty()) {
      part = &entries.back().translation;
    }
    *part += unescaped(line.substr(quote + 1, line.size() - quote - 2));
  }
  std::erase_if(entries, [](const Entry& entry) { return entry.text.empty(); });
  return entries;
}

const std::vector<Entry>& indonesian() {
  static const std::vector<Entry> entries = entries_of(read_file(KLIPING_SOURCE_DIR "/po/id.po"));
  return entries;
}

std::set<std::string> texts_of(const std::vector<Entry>& entries) {
  std::set<std::string> texts;
  for (const Entry& entry : entries) texts.insert(entry.text + entry.plural);
  return texts;
}

std::vector<std::string> all_of(const std::string& text, const std::regex& pattern) {
  std::vector<std::string> found;
  for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at)
    found.push_back(at->str());
  return found;
}

/// The numbers of a text's places for values, in order.
std::vector<std::string> places_of(const std::string& text) {
  std::vector<std::string> places = all_of(text, std::regex(R"(\{\d*\})"));
  for (std::size_t i = 0; i < places.size(); ++i)
    if (places[i] == "{}") places[i] = "{" + std::to_string(i) + "}";
  std::sort(places.begin(), places.end());
  return places;
}

/// Both programs on the PATH, and nothing of the caller's language.
Output run(const std::string& environment, const std::string& command) {
  const std::string index = KLIPING_INDEX;
  const std::string search = KLIPING_SEARCH;
  return run_shell("unset LC_ALL LANG LANGUAGE LC_MESSAGES; " + environment + " PATH='" +
                   index.substr(0, index.rfind('/')) + ":" + search.substr(0, search.rfind('/')) +
                   "':\"$PATH\"; export PATH; " + command);
}

/// Exports an assignment or two.
std::string exported(const std::string& assignments) {
  return assignments.empty() ? "" : "export " + assignments + ";";
}

}  // namespace

TEST_CASE("translations: po/id.po has each text of the sources and no other, all translated") {
  const TemporaryFolder folder;
  const std::string pot = folder / "kliping.pot";
  const Output collected = run_shell("'" KLIPING_CMAKE "' -DSOURCE='" KLIPING_SOURCE_DIR
                                     "' -DXGETTEXT='" KLIPING_XGETTEXT "' -DOUTPUT='" +
                                     pot + "' -P '" KLIPING_SOURCE_DIR "/po/collect.cmake'");
  INFO(collected.err);
  REQUIRE(collected.status == 0);
  const auto wanted = texts_of(entries_of(read_file(pot)));
  const auto known = texts_of(indonesian());
  CHECK(wanted.size() > 400);
  for (const std::string& text : wanted) {
    INFO("run: cmake --build --preset dev --target translations");
    CAPTURE(text);
    CHECK(known.contains(text));
  }
  for (const std::string& text : known) {
    CAPTURE(text);
    CHECK(wanted.contains(text));
  }
  for (const Entry& entry : indonesian()) {
    CAPTURE(entry.text);
    CHECK_FALSE(entry.translation.empty());
    CHECK_FALSE(entry.fuzzy);
  }
}

TEST_CASE("translations: they have the values, options and example commands of their texts") {
  const std::regex option(R"(--[a-z][a-z-]+)");
  for (const Entry& entry : indonesian()) {
    CAPTURE(entry.text);
    CAPTURE(entry.translation);
    CHECK(places_of(entry.text) == places_of(entry.translation));
    for (const std::string& name : all_of(entry.text, option))
      CHECK(entry.translation.find(name) != std::string::npos);
    const std::regex example(R"((^|\n)  [a-z][^\n]*)");
    CHECK(all_of(entry.text, example) == all_of(entry.translation, example));
    CHECK(entry.text.ends_with(':') == entry.translation.ends_with(':'));
    CHECK(entry.text.ends_with('.') == entry.translation.ends_with('.'));
  }
}

TEST_CASE("language: --lang, else the environment, as gettext reads it") {
  const std::string english =
      "kliping-search: error: no query\n  hint: kliping-search --help shows what there is\n";
  const std::string indonesian =
      "kliping-search: galat: kueri tidak ada\n"
      "  petunjuk: kliping-search --help memuat semua opsi\n";
  struct Case {
    const char* why;
    const char* environment;
    const char* options;
    const std::string& said;
  };
  const Case cases[] = {
      {"nothing says", "", "", english},
      {"asked for", "", "--lang=id", indonesian},
      {"asked for, the other way to write it", "", "--lang id", indonesian},
      {"the last one counts", "", "--lang=en --lang=id", indonesian},
      {"LANG, whether the system has that locale or not", "LANG=id_ID.UTF-8", "", indonesian},
      {"without a codeset", "LC_MESSAGES=id_ID", "", indonesian},
      {"LC_ALL over LANG", "LC_ALL=C LANG=id_ID.UTF-8", "", english},
      {"LC_MESSAGES over LANG", "LC_MESSAGES=C.UTF-8 LANG=id_ID.UTF-8", "", english},
      {"LANGUAGE over all of them", "LANGUAGE=id LANG=en_GB.UTF-8", "", indonesian},
      {"but not in the locale C", "LANGUAGE=id LC_ALL=C", "", english},
      {"the first that there is", "LANGUAGE=su:id LANG=su_ID.UTF-8", "", indonesian},
      {"a language that there is not", "LANG=fr_FR.UTF-8", "", english},
      {"the option over the environment", "LANG=id_ID.UTF-8", "--lang=en", english},
      {"after -- it is a word", "", "--generate=man -- --lang=id >/dev/null; kliping-search",
       english},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const Output output = run(exported(c.environment), std::string{"kliping-search "} + c.options);
    CHECK(output.status == 2);
    CHECK(output.err == c.said);
  }
  const Output unknown = run("", "kliping-index --lang=fr info");
  CHECK(unknown.status == 2);
  CHECK(unknown.err == "kliping-index: error: --lang: unknown value 'fr'\n  hint: one of en, id\n");
}

TEST_CASE("language: what programs read is the same in both") {
  const TemporaryFolder folder;
  const std::string setup = "cd '" + folder.path().string() +
                            "' && mkdir in && printf '%s\\n' "
                            "'{\"id\":\"a\",\"title\":\"Banjir\",\"date\":\"2024-02-01\"}' "
                            "'{\"id\":' > in/berita.jsonl && ";
  const std::string commands =
      "kliping-index add -q -d db in --report=report; kliping-search -d db --json --summary "
      "--facet=year banjir | sed 's/\"elapsed_ms\":.*//'; kliping-search -d db --format=tsv "
      "banjir; "
      "kliping-index sync -n -d db in; kliping-index stem --explain memperdalam; cat report; "
      "kliping-index info -d db --json | jq -c '.runs[].reasons'; rm -r db report";
  const Output english = run("", setup + commands);
  const Output indonesian =
      run(exported("LANG=id_ID.UTF-8"), "cd '" + folder.path().string() + "' && " + commands);
  CHECK(english.out.find("a bracket, comma, colon or value is out of place") != std::string::npos);
  CHECK(indonesian.out == english.out);
  CHECK(english.err.find("error: ") != std::string::npos);
  CHECK(indonesian.err.find("galat: ") != std::string::npos);
}

TEST_CASE("language: help fits a terminal in both") {
  for (const std::string lang : {"en", "id"}) {
    for (const std::string command :
         {"kliping-search", "kliping-index", "kliping-index add", "kliping-index sync",
          "kliping-index remove", "kliping-index merge", "kliping-index compact",
          "kliping-index check", "kliping-index info", "kliping-index dump", "kliping-index stem",
          "kliping-index tokens"}) {
      const Output output = run("", command + " --lang=" + lang + " --help");
      CHECK(output.status == 0);
      CHECK(output.out.starts_with("\n") == false);
      std::istringstream in(output.out);
      for (std::string line; std::getline(in, line);) {
        CAPTURE(line);
        CHECK(line.size() <= 80);
        CHECK_FALSE(line.ends_with(' '));
      }
    }
  }
}
