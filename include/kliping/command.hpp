// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "kliping/date_range.hpp"
#include "kliping/error.hpp"

/// What the `main` of both tools share: faults become messages and exit codes in one place.
namespace kliping::command {

/// Runs `body` and turns what it throws into `TOOL: error: …`, a `  hint: …` line and an exit
/// code; reports a standard output that could not be written. The value is for `main` to return.
int run(std::string_view tool, const std::function<ExitCode()>& body);

/// `kliping-index: archive/2019.csv:4182: error: unterminated quoted field`, with its hint line, in
/// the language of the run.
std::string render(std::string_view tool, const Diagnostic& diagnostic);
std::string render(std::string_view tool, const Error& error);

enum class LineBreaks { replaced, kept };

/// A text as a terminal may have it: names of files and what archives say must not steer it. What
/// would, and what is no UTF-8, becomes `?`.
std::string visible(std::string_view text, LineBreaks breaks = LineBreaks::replaced);

/// `--color` and `--progress`.
enum class When { automatic, always, never };

/// Whether to colour a stream: the flag wins, then NO_COLOR and TERM=dumb, then isatty.
bool wants_color(When when, int file_descriptor);

/// Columns of the terminal behind a stream; 80 where it is none.
int terminal_width(int file_descriptor);

/// The candidate that `word` most likely was meant to be; empty where none is near.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

/// `one of auto, always, never`, for a hint.
Message one_of(const std::vector<std::string>& words);

/// Throws Error for `--option=` with nothing behind it: the next argument is no value of it.
void refuse_empty_values(const std::vector<std::string>& arguments);

/// What is wrong with an option by CLI11's text on it: a value too few, or one behind a flag.
Message unfit_number_of_values(std::string_view fault);

/// The value of `--db`; throws Error where it is empty, as with `-d "$UNSET"`.
std::string named_path(std::string path);

/// An environment variable, "" where unset.
std::string environment(const char* name);

/// This machine's day, or the one that KLIPING_TODAY says, so that a run can be repeated. Throws
/// Error where that is no date.
Today today();

}  // namespace kliping::command
