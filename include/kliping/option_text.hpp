// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "kliping/message.hpp"

namespace kliping {

/// What is said of an option, once: help, man page and completions are made of it.
struct OptionText {
  /// As typed, short before long: `-d,--db`.
  std::string_view names;
  /// Placeholder of its value; empty for a flag.
  std::string_view value;
  std::string_view help;
};

/// Those that both programs have.
inline constexpr OptionText help_text{"-h,--help", "", mark("this text")};
inline constexpr OptionText language_text{
    "--lang", mark("LANGUAGE"),
    mark("of help and messages: id or en (by LC_MESSAGES and LANGUAGE)")};
inline constexpr OptionText generate_text{
    "--generate", mark("KIND"),
    mark("print a completion script: bash, zsh or fish; man: the options' part of the man page")};

}  // namespace kliping
