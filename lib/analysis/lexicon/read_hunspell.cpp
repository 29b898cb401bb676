// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <fstream>

#include "analysis/lexicon/draft.hpp"

namespace kliping::morphology {
namespace {

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

char lower(char c) {
  return is_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c;
}

/// The file is Latin-1; the few words with accents are left to the grammar.
bool is_word(std::string_view word) {
  return !word.empty() && word.size() <= max_word_bytes &&
         std::all_of(word.begin(), word.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || is_upper(c) || c == '-'; });
}

/// kupu-kupu: the rules of reduplication read it.
bool is_plain_copy(std::string_view word) {
  const std::size_t hyphen = word.find('-');
  return hyphen != std::string_view::npos && word.substr(0, hyphen) == word.substr(hyphen + 1);
}

LicenceSet licences_of(std::string_view flags) {
  LicenceSet licences;
  for (; flags.size() >= 2; flags.remove_prefix(2)) {
    const std::string_view flag = flags.substr(0, 2);
    if (const auto pattern = pattern_of_flag(flag)) licences.add(*pattern);
    if (flag == "A2") licences.mark_bound();
  }
  return licences;
}

}  // namespace

void read_hunspell(const std::filesystem::path& file, Draft& draft) {
  std::ifstream in{file, std::ios::binary};
  std::string line;
  if (!std::getline(in, line)) throw DataError{file.string() + ": cannot be read"};
  while (std::getline(in, line)) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    const std::size_t slash = line.find('/');
    std::string word = line.substr(0, slash);
    if (!is_word(word) || is_plain_copy(word)) continue;
    const bool capitalised = is_upper(word.front());
    const std::string_view flags =
        slash == std::string::npos ? std::string_view{} : std::string_view{line}.substr(slash + 1);
    std::transform(word.begin(), word.end(), word.begin(), lower);
    const auto [at, is_new] = draft.try_emplace(std::move(word));
    DraftEntry& entry = at->second;
    const LicenceSet licences = licences_of(flags);
    // A head that is also listed bound can stand free.
    if (is_new || !licences.bound()) entry.licences.add(licences);
    if (is_new && capitalised && flags.empty()) entry.kind = EntryKind::name;
    if (!capitalised) entry.kind = EntryKind::head;
  }
}

}  // namespace kliping::morphology
