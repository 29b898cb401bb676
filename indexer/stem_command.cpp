// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdio>
#include <optional>
#include <string>

#include "command_support.hpp"
#include "commands.hpp"
#include "kliping/analysis/analyzer.hpp"
#include "kliping/analysis/stemmer.hpp"

namespace kliping::indexer {

namespace {

/// Answers word after word into a buffer that goes out in large pieces.
class StemFilter {
 public:
  StemFilter(StemOptions::Detail detail, const WordLists& lists)
      : detail_(detail), user_words_(lists) {}

  void answer(std::string_view line) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    const std::string_view word = folded(line);
    const auto listed = user_words_.empty() ? std::nullopt : user_words_.root(word);
    if (detail_ == StemOptions::Detail::root) {
      append_root(line, word, listed ? *listed : stem(word, root_));
    } else {
      const StemExplanation explained =
          listed ? StemExplanation{std::string{*listed}, std::string{*listed} + " (user's list)"}
                 : explain_stem(word);
      out_.append(line).append("\t");
      append_root(line, word, explained.root);
      out_.append("\t").append(explained.how);
    }
    out_.push_back('\n');
    if (out_.size() >= flush_bytes) flush();
  }

  void flush() {
    std::fwrite(out_.data(), 1, out_.size(), stdout);
    out_.clear();
  }

 private:
  static constexpr std::size_t flush_bytes = 256 * 1024;

  /// Most words of a list are folded already, and need no copy.
  std::string_view folded(std::string_view line) {
    const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; };
    if (std::all_of(line.begin(), line.end(), plain)) return line;
    folded_ = fold(line);
    return folded_;
  }

  /// A word that nothing was cut off keeps its accents and signs: only its case goes.
  void append_root(std::string_view line, std::string_view word, std::string_view root) {
    const bool kept = root == word && word.data() != line.data();
    out_.append(kept ? lower_case(line) : root);
  }

  StemOptions::Detail detail_;
  UserWords user_words_;
  RootBuffer root_;
  std::string folded_;
  std::string out_;
};

}  // namespace

ExitCode run_stem(const StemOptions& options) {
  StemFilter filter(options.detail, lists_alone(read_lists(options.lists)));
  for (const std::string& word : options.words) filter.answer(word);
  if (options.words.empty()) {
    for_each_line("-", '\n', [&](std::string_view line) { filter.answer(line); });
  }
  filter.flush();
  return ExitCode::success;
}

}  // namespace kliping::indexer
