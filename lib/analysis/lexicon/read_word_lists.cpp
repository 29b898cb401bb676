// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>
#include <sstream>

#include "analysis/lexicon/draft.hpp"
#include "analysis/lexicon/table.hpp"

namespace kliping::morphology {
namespace {

/// Calls `use(fields)` for each line with its blank-separated fields; `#` begins a comment.
template <typename Use>
void for_each_line(const std::filesystem::path& file, Use&& use) {
  std::ifstream in{file};
  if (!in) throw DataError{file.string() + ": cannot be read"};
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    std::istringstream fields{line.substr(0, line.find('#'))};
    std::vector<std::string> words;
    for (std::string word; fields >> word;) words.push_back(word);
    if (words.empty()) continue;
    try {
      use(words);
    } catch (const DataError& fault) {
      throw DataError{file.string() + ":" + std::to_string(number) + ": " + fault.what()};
    }
  }
}

void check_word(const std::string& word) {
  const bool fits =
      word.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-'") == std::string::npos &&
      word.size() <= max_word_bytes;
  if (!fits) throw DataError{"not a lower-case word: " + word};
}

Prefix prefix_named(std::string_view name) {
  constexpr std::pair<std::string_view, Prefix> names[] = {
      {"meN", Prefix::meN}, {"peN", Prefix::peN}, {"pe", Prefix::pe},      {"ber", Prefix::ber},
      {"ter", Prefix::ter}, {"per", Prefix::per}, {"di", Prefix::di},      {"ke", Prefix::ke},
      {"se", Prefix::se},   {"si", Prefix::si},   {"tidak", Prefix::tidak}};
  for (const auto& [label, prefix] : names) {
    if (label == name) return prefix;
  }
  throw DataError{"no such prefix: " + std::string{name}};
}

Suffix suffix_named(std::string_view name) {
  for (const Suffix suffix : {Suffix::none, Suffix::kan, Suffix::an, Suffix::i, Suffix::nya}) {
    if (letters(suffix) == name) return suffix;
  }
  throw DataError{"no such suffix: " + std::string{name}};
}

/// `meN-per-kan`: prefixes, then the suffix, empty if the text ends in a hyphen.
Pattern parse_pattern(std::string_view text) {
  Pattern pattern;
  for (std::size_t hyphen; (hyphen = text.find('-')) != std::string_view::npos;
       text.remove_prefix(hyphen + 1)) {
    if (hyphen == 0) continue;  // a suffix alone: -an
    if (pattern.chain.full()) throw DataError{"too many prefixes"};
    pattern.chain = pattern.chain.with(prefix_named(text.substr(0, hyphen)));
  }
  pattern.suffix = suffix_named(text);
  return pattern;
}

/// A word and the root that it leads to, whatever it was before.
void list(const std::vector<std::string>& fields, Draft& draft) {
  if (fields.size() != 2) throw DataError{"expected a word and its root"};
  check_word(fields[0]);
  check_word(fields[1]);
  const auto [at, is_new] = draft.try_emplace(fields[0]);
  if (is_new || at->second.kind == EntryKind::name) at->second.kind = EntryKind::listed;
  at->second.root = fields[1];
}

}  // namespace

void read_excluded(const std::filesystem::path& file, Draft& draft) {
  for_each_line(file, [&](const std::vector<std::string>& fields) {
    if (fields.size() != 1) throw DataError{"one word a line, please"};
    draft.erase(fields[0]);
  });
}

void read_supplement(const std::filesystem::path& file, Draft& draft) {
  std::map<std::string, LicenceSet, std::less<>> sets;
  const auto licences_in = [&](auto begin, auto end) {
    LicenceSet licences;
    for (; begin != end; ++begin) {
      if (const auto set = sets.find(*begin); set != sets.end()) {
        licences.add(set->second);
        continue;
      }
      const Pattern pattern = parse_pattern(*begin);
      licences.add(pattern);
      if (!licences.has(pattern)) throw DataError{"no root takes this together: " + *begin};
    }
    return licences;
  };
  for_each_line(file, [&](const std::vector<std::string>& fields) {
    if (fields[0].front() == '@') {
      if (fields.size() < 3 || fields[1] != "=") throw DataError{"expected @set = affixes"};
      sets[fields[0]] = licences_in(fields.begin() + 2, fields.end());
      return;
    }
    check_word(fields[0]);
    DraftEntry& entry = draft[fields[0]];
    entry.kind = EntryKind::head;
    entry.licences.add(licences_in(fields.begin() + 1, fields.end()));
  });
}

void read_names(const std::filesystem::path& file, Draft& draft) {
  for_each_line(file, [&](const std::vector<std::string>& fields) {
    for (const std::string& name : fields) {
      check_word(name);
      // A name that is also a word with affixes of its own stays a word: sinar, mega, bintang.
      draft.try_emplace(name, DraftEntry{EntryKind::name, {}, {}, false});
    }
  });
}

void read_overrides(const std::filesystem::path& file, Draft& draft) {
  for_each_line(file, [&](const std::vector<std::string>& fields) {
    const auto at = draft.find(fields[0]);
    if (at != draft.end() && !at->second.root.empty()) {
      throw DataError{fields[0] + " is listed twice"};
    }
    list(fields, draft);
  });
}

void read_spellings(const std::filesystem::path& file, Draft& draft) {
  for (const lexicon::Row& row : lexicon::read_table(file.string(), 2)) {
    check_word(row[0]);
    const auto standard = draft.find(row[1]);
    // A derivation (perizinan) has no licences to give: its root's variant has them.
    if (standard == draft.end() || !standard->second.root.empty()) continue;
    draft.try_emplace(row[0], standard->second);
  }
}

}  // namespace kliping::morphology
