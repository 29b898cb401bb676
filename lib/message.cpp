// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/message.hpp"

#include <array>
#include <cstring>
#include <optional>

namespace kliping {

namespace {

/// The faults that a user may meet, for the translators: systems without libc's own translations
/// are common.
[[maybe_unused]] constexpr std::array system_texts{
    mark("No such file or directory"),
    mark("Permission denied"),
    mark("File exists"),
    mark("Not a directory"),
    mark("Is a directory"),
    mark("Directory not empty"),
    mark("No space left on device"),
    mark("Disk quota exceeded"),
    mark("File too large"),
    mark("File name too long"),
    mark("Read-only file system"),
    mark("Input/output error"),
    mark("Bad file descriptor"),
    mark("Too many open files"),
    mark("Too many levels of symbolic links"),
    mark("Operation not permitted"),
    mark("Device or resource busy"),
    mark("Invalid argument"),
};

const char* itself(const char* text, const char* plural, std::uint64_t number) {
  return plural != nullptr && number != 1 ? plural : text;
}

/// The values in the places of a text: `{}` one after the other, `{1}` by number. Nothing where a
/// place has no value or a bracket is no place.
std::optional<std::string> filled(std::string_view text, const std::vector<std::string>& values) {
  std::string out;
  std::size_t next = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '{') {
      out += text[at];
      continue;
    }
    const std::size_t end = text.find('}', at);
    const std::string_view place = text.substr(at + 1, end - at - 1);
    const bool numbered = place.size() == 1 && place[0] >= '0' && place[0] <= '9';
    if (end == text.npos || (!place.empty() && !numbered)) return std::nullopt;
    const std::size_t index = numbered ? static_cast<std::size_t>(place[0] - '0') : next++;
    if (index >= values.size()) return std::nullopt;
    out += values[index];
    at = end;
  }
  return out;
}

}  // namespace

Message Message::verbatim(std::string text) {
  Message message;
  message.verbatim_ = std::move(text);
  return message;
}

std::string Message::english() const {
  return in(itself);
}

std::string Message::in(Translation translation) const {
  if (text_ == nullptr) return verbatim_;
  std::vector<std::string> values;
  values.reserve(values_.size());
  for (const Message& value : values_) values.push_back(value.in(translation));
  const auto said = filled(translation(text_, plural_, number_), values);
  return said ? *said : filled(itself(text_, plural_, number_), values).value_or("");
}

Message article_count(std::uint64_t number) {
  return article_count(number, std::to_string(number));
}

Message article_count(std::uint64_t number, std::string_view shown) {
  return counted(number, "{} article", "{} articles", shown);
}

Message system_message(int error_number) {
  // In no language, as texts of messages are; strerror's would be in that of LC_MESSAGES.
  const char* const text = strerrordesc_np(error_number);
  return {text == nullptr ? "unknown fault of the system" : text, nullptr, 0, {}};
}

Message system_message(const std::error_code& fault) {
  return system_message(fault.value());
}

}  // namespace kliping
