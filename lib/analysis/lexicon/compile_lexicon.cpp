// SPDX-License-Identifier: GPL-3.0-or-later
// Runs while building: reads hunspell-id and our word lists, and writes the compiled lexicon as a
// C++ source. usage: compile_lexicon DIC LISTS OUT SOURCE...
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>

#include "analysis/lexicon/draft.hpp"
#include "analysis/stemmer/resolve.hpp"
#include "hash.hpp"

namespace kliping::morphology {
namespace {

/// Bound heads that are derivations themselves (ketahu) get the root that the grammar finds.
void resolve_bound_heads(Draft& draft) {
  const PackedLexicon packed{draft};
  const Lexicon lexicon{packed.data()};
  for (auto& [word, entry] : draft) {
    if (!entry.licences.bound() || !entry.root.empty()) continue;
    const Analyses analyses = analyse(lexicon, word, Reading::derived);
    const Analysis* best = analyses.best();
    if (best != nullptr && best->cost <= 0) entry.root = best->root;
  }
}

/// The root whose copy with other sounds follows: sayur-mayur, serta-merta. Empty for pairs of
/// words.
std::string_view echoed_root(const Draft& draft, std::string_view word) {
  const std::size_t hyphen = word.find('-');
  const auto first = draft.find(word.substr(0, hyphen));
  const bool is_root = first != draft.end() && first->second.kind == EntryKind::head &&
                       !first->second.licences.bound();
  return is_root && draft.find(word.substr(hyphen + 1)) == draft.end()
             ? std::string_view{first->first}
             : std::string_view{};
}

/// Hyphened heads that reduplication explains (tolong-menolong) lead to its root.
void resolve_copied_heads(Draft& draft) {
  const PackedLexicon packed{draft};
  const Lexicon lexicon{packed.data()};
  for (auto& [word, entry] : draft) {
    if (!entry.root.empty() || word.find('-') == std::string::npos) continue;
    const Resolution copied = resolve_hyphenated(lexicon, word);
    entry.root = copied.way == Way::reduplication ? copied.root : echoed_root(draft, word);
  }
}

/// A root that is itself listed under another one leads on to that.
void follow_roots(Draft& draft) {
  for (auto& [word, entry] : draft) {
    for (int steps = 0; !entry.root.empty(); ++steps) {
      const auto next = draft.find(entry.root);
      if (next == draft.end() || next->second.root.empty() || next->second.root == entry.root)
        break;
      if (steps == 4) throw DataError{word + ": its root leads round in a circle"};
      entry.root = next->second.root;
    }
  }
}

/// Every licensed form with the root that the grammar gives it.
void add_forms(Draft& draft) {
  const PackedLexicon packed{draft};
  const Lexicon lexicon{packed.data()};
  Draft forms;
  for (const auto& [head, entry] : draft) {
    if (entry.kind != EntryKind::head || head.find('-') != std::string::npos) continue;
    for (std::string& form : licensed_forms(head, entry.licences)) {
      if (form.size() > max_word_bytes || draft.count(form) != 0 || forms.count(form) != 0)
        continue;
      std::string root{resolve_simple(lexicon, form).root};
      forms.emplace(std::move(form), DraftEntry{EntryKind::form, {}, std::move(root), false});
    }
  }
  draft.merge(forms);
}

/// Finds the words from which an enclitic may be cut without a look at the grammar.
void mark_hosts(Draft& draft) {
  const PackedLexicon packed{draft};
  const Lexicon lexicon{packed.data()};
  const auto same_with = [&](const std::string& word, std::string_view root, const Clitic& clitic) {
    if (clitic.letters.empty()) return true;
    const std::string hosted = word + std::string{clitic.letters};
    return draft.count(hosted) != 0 || resolve_simple(lexicon, hosted).root == root;
  };
  for (auto& [word, entry] : draft) {
    if (word.find('-') != std::string::npos) continue;
    const std::string_view root = entry.root.empty() ? word : entry.root;
    const auto same = [&, &host = word](const Clitic& clitic) {
      return same_with(host, root, clitic);
    };
    entry.hosts_clitics = std::all_of(std::begin(particles), std::end(particles), same) &&
                          std::all_of(std::begin(possessives), std::end(possessives), same);
  }
}

/// The lines of a source that are not comments or empty, without indentation: what is left can
/// change a root.
std::string code_of(const std::filesystem::path& source) {
  std::ifstream in{source};
  if (!in) throw DataError{source.string() + ": cannot be read"};
  std::string code;
  for (std::string line; std::getline(in, line);) {
    const std::size_t begin = line.find_first_not_of(' ');
    if (begin == std::string::npos || line.compare(begin, 2, "//") == 0) continue;
    code.append(line, begin).append("\n");
  }
  return code;
}

void write_bytes(std::ostream& out, std::span<const unsigned char> bytes) {
  constexpr std::size_t per_line = 64;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i % per_line == 0) out << (i == 0 ? "    \"" : "\"\n    \"");
    char escaped[5];
    (void)std::snprintf(escaped, sizeof escaped, "\\%03o", unsigned{bytes[i]});
    out << escaped;
  }
  out << "\"";
}

void write_source(std::ostream& out, const LexiconData& data, const std::string& fingerprint) {
  out << "// Written by compile_lexicon; do not edit.\n"
         "#include \"analysis/stemmer/compiled_lexicon.hpp\"\n\n"
         "namespace kliping::morphology {\nnamespace {\n\n"
         "constexpr std::uint32_t buckets[] = {\n";
  for (const std::uint32_t bucket : data.buckets) out << bucket << ",\n";
  out << "};\n\nconstexpr LicenceSet licences[] = {\n";
  for (const LicenceSet& set : data.licences) {
    out << "{" << set.bits()[0] << "U, " << set.bits()[1] << "U},\n";
  }
  out << "};\n\nalignas(64) constexpr unsigned char entries[] =\n";
  write_bytes(out, data.entries);
  out << ";\n\n}  // namespace\n\n"
         "constinit const Lexicon compiled_lexicon{\n"
         "    {buckets, std::span{entries, sizeof entries - 1}, licences}};\n"
         "constinit const std::string_view compiled_fingerprint = \""
      << fingerprint << "\";\n\n}  // namespace kliping::morphology\n";
}

/// A hash of the data and of the code that makes and reads it. Code counts as it is written: a line
/// that was only moved costs a re-index, a change that was missed would cost answers.
std::string fingerprint(const LexiconData& data, std::span<char*> sources) {
  std::string identity;
  for (const char* const source : sources) identity += code_of(source);
  identity.append(data.entries.begin(), data.entries.end());
  for (const LicenceSet& set : data.licences) {
    for (const std::uint64_t bits : set.bits()) identity.append(std::to_string(bits)) += ' ';
  }
  return hash128_hex(identity);
}

void run(std::span<char*> arguments) {
  const std::filesystem::path lists{arguments[1]};
  Draft draft;
  read_hunspell(arguments[0], draft);
  read_excluded(lists / "excluded.txt", draft);
  read_supplement(lists / "supplement.txt", draft);
  read_names(lists / "names.txt", draft);
  read_overrides(lists / "overrides.txt", draft);
  read_spellings(lists / "spelling.tsv", draft);
  resolve_bound_heads(draft);
  resolve_copied_heads(draft);
  follow_roots(draft);
  add_forms(draft);
  mark_hosts(draft);
  const PackedLexicon packed{draft};
  const LexiconData data = packed.data();
  std::ofstream out{arguments[2]};
  write_source(out, data, fingerprint(data, arguments.subspan(3)));
  if (!out.flush()) throw DataError{std::string{arguments[2]} + ": cannot be written"};
}

}  // namespace
}  // namespace kliping::morphology

int main(int argc, char** argv) {
  if (argc < 5) {
    std::cerr << "usage: compile_lexicon DIC LISTS OUT SOURCE...\n";
    return 2;
  }
  try {
    kliping::morphology::run({argv + 1, argv + argc});
  } catch (const std::exception& fault) {
    std::cerr << fault.what() << '\n';
    return 1;
  }
}
