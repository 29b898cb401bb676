// SPDX-License-Identifier: GPL-3.0-or-later
#include "python_list.hpp"

#include <algorithm>
#include <charconv>

namespace kliping::indexer {

namespace {

void append_utf8(std::string& text, unsigned code_point) {
  const auto put = [&text](unsigned byte) { text.push_back(static_cast<char>(byte)); };
  if (code_point < 0x80) return put(code_point);
  if (code_point < 0x800) {
    put(0xC0 | code_point >> 6);
  } else {
    put(0xE0 | code_point >> 12);
    put(0x80 | (code_point >> 6 & 0x3F));
  }
  put(0x80 | (code_point & 0x3F));
}

class ListReader {
 public:
  explicit ListReader(std::string_view text) : rest_(text) {}

  std::optional<std::string> read(std::string_view separator) {
    std::string all;
    if (!take('[')) return std::nullopt;
    while (!take(']')) {
      std::string element;
      if (!string(element)) return std::nullopt;
      if (!all.empty() && !element.empty()) all += separator;
      all += element;
      if (!take(',') && !rest_.starts_with(']')) return std::nullopt;
    }
    return rest_.empty() ? std::optional{all} : std::nullopt;
  }

 private:
  void skip_blanks() {
    rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\r\n"), rest_.size()));
  }

  bool take(char c) {
    skip_blanks();
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    skip_blanks();
    return true;
  }

  bool string(std::string& element) {
    if (!rest_.starts_with('\'') && !rest_.starts_with('"')) return false;
    const char quote = rest_.front();
    rest_.remove_prefix(1);
    while (!rest_.empty()) {
      const char c = rest_.front();
      rest_.remove_prefix(1);
      if (c == quote) return true;
      if (c == '\\' && !rest_.empty())
        escape(element);
      else
        element.push_back(c);
    }
    return false;
  }

  void escape(std::string& element) {
    const char c = rest_.front();
    rest_.remove_prefix(1);
    switch (c) {
      case 'n':
      case 'r':
        return element.push_back('\n');
      case 't':
        return element.push_back('\t');
      case 'x':
        return code_point(element, c, 2);
      case 'u':
        return code_point(element, c, 4);
      default:
        if (c != '\\' && c != '\'' && c != '"') element.push_back('\\');
        return element.push_back(c);
    }
  }

  void code_point(std::string& element, char kind, std::size_t digits) {
    unsigned value = 0;
    const char* end = rest_.data() + std::min(digits, rest_.size());
    const auto [stop, error] = std::from_chars(rest_.data(), end, value, 16);
    const bool is_surrogate = value >= 0xD800 && value < 0xE000;
    if (error != std::errc{} || stop != rest_.data() + digits || is_surrogate) {
      element += {'\\', kind};
      return;
    }
    append_utf8(element, value);
    rest_.remove_prefix(digits);
  }

  std::string_view rest_;
};

}  // namespace

std::optional<std::string> read_python_list(std::string_view text, std::string_view separator) {
  return ListReader(text).read(separator);
}

}  // namespace kliping::indexer
