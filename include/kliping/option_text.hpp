// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace kliping {

/// What is said of an option, once: help, man page and completions are made of it.
struct OptionText {
  /// As typed, short before long: `-d,--db`.
  std::string_view names;
  /// Placeholder of its value; empty for a flag.
  std::string_view value;
  std::string_view help;
};

}  // namespace kliping
