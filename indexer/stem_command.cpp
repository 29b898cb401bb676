// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdio>
#include <string>

#include "commands.hpp"
#include "kliping/analysis/analyzer.hpp"
#include "kliping/analysis/stemmer.hpp"

namespace kliping::indexer {

namespace {

/// Answers word after word into a buffer that goes out in large pieces.
class StemFilter {
 public:
  explicit StemFilter(StemOptions::Detail detail) : detail_(detail) {}

  void answer(std::string_view line) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    const std::string_view word = folded(line);
    if (detail_ == StemOptions::Detail::root) {
      out_.append(stem(word, root_));
    } else {
      const StemExplanation explanation = explain_stem(word);
      out_.append(line).append("\t").append(explanation.root).append("\t").append(explanation.how);
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

  StemOptions::Detail detail_;
  RootBuffer root_;
  std::string folded_;
  std::string out_;
};

}  // namespace

ExitCode run_stem(const StemOptions& options) {
  StemFilter filter(options.detail);
  for (const std::string& word : options.words) filter.answer(word);
  if (options.words.empty()) {
    for_each_line(stdin, "standard input", '\n',
                  [&](std::string_view line) { filter.answer(line); });
  }
  filter.flush();
  return ExitCode::success;
}

}  // namespace kliping::indexer
