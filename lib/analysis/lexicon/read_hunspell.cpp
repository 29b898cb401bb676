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

/// The half of kupu-kupu, which the rules of reduplication read; empty for other words.
std::string_view copied_half(std::string_view word) {
  const std::string_view half = word.substr(0, word.find('-'));
  return half.size() < word.size() && half == word.substr(half.size() + 1) ? half
                                                                           : std::string_view{};
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
  std::vector<std::string> halves;
  if (!std::getline(in, line)) throw DataError{file.string() + ": cannot be read"};
  while (std::getline(in, line)) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    const std::size_t slash = line.find('/');
    std::string word = line.substr(0, slash);
    if (!is_word(word)) continue;
    if (const std::string_view half = copied_half(word); !half.empty()) {
      halves.emplace_back(half);
      continue;
    }
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
  // What is only ever said twice (masing) is a root, but no word.
  for (std::string& half : halves) {
    const auto [at, is_new] = draft.try_emplace(std::move(half));
    if (is_new) at->second.licences.mark_bound();
  }
}

}  // namespace kliping::morphology
