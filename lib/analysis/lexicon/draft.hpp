// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "analysis/stemmer/lexicon.hpp"
#include "analysis/stemmer/licence.hpp"

namespace kliping::morphology {

/// A word of the lexicon while it is being put together.
struct DraftEntry {
  EntryKind kind = EntryKind::head;
  LicenceSet licences{};
  /// Empty if the word is its own root.
  std::string root{};
  /// Every reading of word and enclitic gives the word's root.
  bool hosts_clitics = false;
};

/// In the order of the words, so that the same input gives the same output.
using Draft = std::map<std::string, DraftEntry, std::less<>>;

/// A fault in a data file: what it says is for the one who edits the file.
struct DataError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Debian's id_ID.dic: heads with their affix flags; capitalised ones without flags are names.
void read_hunspell(const std::filesystem::path& file, Draft& draft);

/// Our files; each explains its format in its own head.
void read_excluded(const std::filesystem::path& file, Draft& draft);
void read_supplement(const std::filesystem::path& file, Draft& draft);
void read_names(const std::filesystem::path& file, Draft& draft);
void read_overrides(const std::filesystem::path& file, Draft& draft);
/// spelling.tsv: a variant that is no entry yet takes the affixes of its standard form.
void read_spellings(const std::filesystem::path& file, Draft& draft);

/// The spellings of every derivation that `head` is attested with.
std::vector<std::string> licensed_forms(std::string_view head, const LicenceSet& licences);

/// The entries laid out in buckets, as Lexicon reads them.
class PackedLexicon {
 public:
  explicit PackedLexicon(const Draft& draft);
  LexiconData data() const noexcept { return {buckets_, entries_, licences_}; }

 private:
  std::vector<std::uint32_t> buckets_;
  std::vector<unsigned char> entries_;
  std::vector<LicenceSet> licences_;
};

}  // namespace kliping::morphology
