// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/language.hpp"

#include <libintl.h>

#include <algorithm>
#include <clocale>
#include <cstdlib>
#include <filesystem>
#include <string_view>

#include "kliping/command.hpp"
#include "kliping/error.hpp"

namespace kliping {

namespace {

constexpr const char* domain = "kliping";

const char* translated(const char* text, const char* plural, std::uint64_t number) {
  // The entry of the empty text is the catalogue's head.
  if (*text == '\0') return text;
  return plural == nullptr ? dgettext(domain, text) : dngettext(domain, text, plural, number);
}

/// The value of `--lang`, which may stand anywhere before `--`; the last one counts. Empty for
/// none.
std::string asked_for(const std::vector<std::string>& arguments) {
  constexpr std::string_view option = "--lang";
  constexpr std::string_view option_with_value = "--lang=";
  std::string name;
  for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
    const std::string& argument = arguments[i];
    if (argument.starts_with(option_with_value)) name = argument.substr(option_with_value.size());
    if (argument == option && i + 1 < arguments.size()) name = arguments[i + 1];
  }
  const auto& known = language::names();
  if (name.empty() || std::count(known.begin(), known.end(), name) > 0) return name;
  throw Error(message("{}: unknown value '{}'", option, name), command::one_of(known));
}

/// The locale of messages, by POSIX's order of precedence.
std::string locale_of_environment() {
  for (const char* const variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (std::string value = command::environment(variable); !value.empty()) return value;
  }
  return {};
}

bool speaks_english(std::string_view locale) {
  return locale.empty() || locale == "C" || locale == "POSIX" || locale.starts_with("C.");
}

/// Where the programs find it, wherever they were put.
std::string catalogues() {
  std::error_code unseen;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", unseen);
  return (program.parent_path().parent_path() / "share/locale").string();
}

/// A locale that every Debian has. gettext looks at LANGUAGE under any but the locale C.
void speak_by_name(const std::string& name) {
  setenv("LANGUAGE", name.c_str(), 1);
  std::setlocale(LC_MESSAGES, "C.UTF-8");
}

}  // namespace

std::string tr(const Message& message) {
  return message.in(translated);
}

std::string tr(const std::string& text) {
  return translated(text.c_str(), nullptr, 0);
}

namespace language {

const std::vector<std::string>& names() {
  static const std::vector<std::string> all{"en", "id"};
  return all;
}

void choose(const std::vector<std::string>& arguments) {
  const std::string asked = asked_for(arguments);
  const std::string locale = locale_of_environment();
  if (asked == "en" || (asked.empty() && speaks_english(locale))) return;
  if (!asked.empty()) {
    speak_by_name(asked);
  } else if (std::setlocale(LC_MESSAGES, "") == nullptr) {
    // A system without that locale can read its catalogue all the same.
    const std::string languages = command::environment("LANGUAGE");
    speak_by_name(languages.empty() ? locale : languages);
  }
  bindtextdomain(domain, catalogues().c_str());
  // Texts are UTF-8 whatever LC_CTYPE, which nobody sets, would have.
  bind_textdomain_codeset(domain, "UTF-8");
}

}  // namespace language
}  // namespace kliping
