// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

/// What is made of a program's option texts: its help, the options of its man page, completions for
/// shells. One source, so that none of them lags behind; all in the language of the run.
namespace kliping::manual {

/// Sets the words that completions offer for an option's value, or for an operand. After a word
/// that ends in `=` or `:` the user types on, so no space follows it. Help does not show these
/// words.
void offer(CLI::Option& option, const std::vector<std::string>& words);

/// The help of a program, or of a verb, for a terminal of so many columns.
std::string help(const CLI::App& app, std::size_t columns);

/// Completions call a program that has this option as `--complete=WORD`, where WORD begins with an
/// offered word such as `source=`. It prints the words that this can be completed to, one a line.
inline constexpr const char* completing_option = "--complete";

/// `man` gives the options part of a man page; `bash`, `zsh` and `fish` a completion script.
/// Throws Error for any other kind.
std::string generate(std::string_view kind, const CLI::App& app);

}  // namespace kliping::manual
