// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/analysis/user_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "analysis/fold.hpp"
#include "hash.hpp"
#include "kliping/analysis/analyzer.hpp"
#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace kliping {

namespace {

using ascii::trimmed;

template <typename Visit>
void for_each_line(std::string_view text, Visit&& visit) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    visit(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

/// A word as tokens have it; empty where no token can be so.
std::string as_token(std::string_view surface) {
  std::string word = fold(trimmed(surface));
  std::erase(word, '\'');
  const bool apart = std::ranges::any_of(word, [](unsigned char c) { return c <= ' '; });
  return apart || word.size() > max_word_bytes ? std::string{} : word;
}

Message not_a_word(std::string_view surface) {
  const std::string_view cut = utf8::cut(trimmed(surface), 40);
  return cut.empty() ? message("a word is missing") : message("'{}' is not one word", cut);
}

/// Calls `entry` with each line that is to hold one, and its number; what it returns, unless
/// empty, is what is wrong with the line.
template <typename Entry>
void read_list(std::string_view text, const std::string& file, std::vector<Diagnostic>& faults,
               Entry&& entry) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::size_t number = 0;
  for_each_line(text, [&](std::string_view line) {
    ++number;
    if (trimmed(line).empty() || line.starts_with('#')) return;
    const Message fault = entry(line, number);
    if (fault.empty()) return;
    faults.push_back({Diagnostic::Severity::error, file, number, fault, {}});
  });
}

}  // namespace

std::string read_exceptions(std::string_view text, const std::string& file,
                            std::vector<Diagnostic>& faults) {
  struct Given {
    std::string root;
    std::size_t line;
  };
  std::map<std::string, Given> roots;
  read_list(text, file, faults, [&](std::string_view line, std::size_t number) -> Message {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) return message("no tab between a word and its root");
    const std::string word = as_token(line.substr(0, tab));
    if (word.empty()) return not_a_word(line.substr(0, tab));
    const std::string root = as_token(line.substr(tab + 1));
    if (root.empty()) return not_a_word(line.substr(tab + 1));
    const auto [known, fresh] = roots.try_emplace(word, Given{root, number});
    if (fresh || known->second.root == root) return {};
    return message("'{}' has another root in line {}", word, known->second.line);
  });
  std::string list;
  for (const auto& [word, given] : roots) list += word + '\t' + given.root + '\n';
  return list;
}

std::string read_protected(std::string_view text, const std::string& file,
                           std::vector<Diagnostic>& faults) {
  std::vector<std::string> words;
  read_list(text, file, faults, [&](std::string_view line, std::size_t) -> Message {
    std::string word = as_token(line);
    if (word.empty()) return not_a_word(line);
    words.push_back(std::move(word));
    return {};
  });
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
  std::string list;
  for (const std::string& word : words) list += word + '\n';
  return list;
}

UserWords::UserWords(const WordLists& lists) {
  for_each_line(lists.exceptions, [this](std::string_view line) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos || tab == 0 || tab + 1 == line.size()) return;
    roots_.insert_or_assign(std::string{line.substr(0, tab)}, line.substr(tab + 1));
  });
  for_each_line(lists.protect, [this](std::string_view word) {
    if (!word.empty()) roots_.insert_or_assign(std::string{word}, word);
  });
  if (!lists.empty()) {
    fingerprint_ = hash128_hex(lists.exceptions + '\0' + lists.protect).substr(0, 16);
  }
}

std::optional<std::string_view> UserWords::root(std::string_view word) const noexcept {
  const auto found = roots_.find(word);
  if (found == roots_.end()) return std::nullopt;
  return found->second;
}

}  // namespace kliping
