// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

/// Texts for people, as values: an English text with its values apart from it, so that it can still
/// be translated where it is printed, by `tr` of kliping/language.hpp. `english()` is for reports,
/// logs and `what()`, which other programs read.
namespace kliping {

/// An English text with a `{}` for each of so many values; the compiler counts them.
template <std::size_t Values>
class MessageText {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor): a literal is meant to be one.
  consteval MessageText(const char* text) : text_(text) {
    std::size_t places = 0;
    for (const char* at = text; *at != '\0'; ++at) places += at[0] == '{' && at[1] == '}';
    if (places != Values) throw "a message needs a {} for each of its values";
  }

  constexpr const char* get() const { return text_; }
  // NOLINTNEXTLINE(google-explicit-constructor): tables hold texts as views.
  constexpr operator std::string_view() const { return text_; }

 private:
  const char* text_;
};

/// A text for people, with the values that belong into it.
class Message {
 public:
  /// Translates `text`, or where there is a `plural`, whichever form the language uses for
  /// `number`.
  using Translation = const char* (*)(const char* text, const char* plural, std::uint64_t number);

  /// No text.
  Message() = default;
  Message(const char* text, const char* plural, std::uint64_t number, std::vector<Message>&& values)
      : text_(text), plural_(plural), number_(number), values_(std::move(values)) {}

  /// A text that is never translated: a name, a number, what an archive or a library says.
  static Message verbatim(std::string text);

  bool empty() const { return text_ == nullptr ? verbatim_.empty() : *text_ == '\0'; }
  std::string english() const;
  /// The translated text with its values. Where a translation's `{}` do not fit the values, the
  /// English text is used instead.
  std::string in(Translation translation) const;

 private:
  const char* text_ = nullptr;
  const char* plural_ = nullptr;
  std::uint64_t number_ = 0;
  std::string verbatim_;
  std::vector<Message> values_;
};

namespace detail {

inline Message value(const Message& message) {
  return message;
}
inline Message value(std::string_view text) {
  return Message::verbatim(std::string{text});
}
inline Message value(std::integral auto number) {
  return Message::verbatim(std::to_string(number));
}

}  // namespace detail

/// `message("{}: no such database", path)`. Values are text, whole numbers and messages; the texts
/// are collected for translation by this name.
template <typename... Values>
Message message(MessageText<sizeof...(Values)> text, const Values&... values) {
  return {text.get(), nullptr, 0, {detail::value(values)...}};
}

/// A message with a singular and a plural: `counted(faults, "{} fault", "{} faults", faults)`.
template <typename... Values>
Message counted(std::uint64_t number, MessageText<sizeof...(Values)> one,
                MessageText<sizeof...(Values)> many, const Values&... values) {
  return {one.get(), many.get(), number, {detail::value(values)...}};
}

/// `1 article`, `2 articles`; `shown` where the number is to be written another way.
Message article_count(std::uint64_t number);
Message article_count(std::uint64_t number, std::string_view shown);

/// Marks a text in a table for translation. Whoever shows it makes a message of it, or calls `tr`.
consteval MessageText<0> mark(MessageText<0> text) {
  return text;
}

/// What the system says of a fault: `No such file or directory`.
Message system_message(int error_number);
Message system_message(const std::error_code& fault);

}  // namespace kliping
