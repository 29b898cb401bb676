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

/// A text that is safe to print on a terminal: names of files and words of archives must not
/// control it. Control characters, signs that turn the writing direction and bytes that are not
/// UTF-8 become
/// `?`.
std::string visible(std::string_view text, LineBreaks breaks = LineBreaks::replaced);

/// `--color` and `--progress`.
enum class When { automatic, always, never };

/// Whether to colour a stream: the flag wins, then NO_COLOR and TERM=dumb, then isatty.
bool wants_color(When when, int file_descriptor);

/// Columns of the terminal behind a stream; 80 where it is none.
int terminal_width(int file_descriptor);

/// The candidate with the fewest letters to change into it (Levenshtein's distance), for `did you
/// mean`; empty where none is near.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

/// `one of auto, always, never`, for a hint.
Message one_of(const std::vector<std::string>& words);

/// Throws Error where an argument is `--option=` with nothing behind it: CLI11 would take the next
/// argument for the value.
void refuse_empty_values(const std::vector<std::string>& arguments);

/// Our words for what CLI11 says of an option with too few values, or of a flag with one.
Message unfit_number_of_values(std::string_view fault);

/// The value of `--db`; throws Error where it is empty, as with `-d "$UNSET"`.
std::string named_path(std::string path);

/// An environment variable, "" where unset.
std::string environment(const char* name);

/// This machine's day, or the one that KLIPING_TODAY says, so that a run can be repeated. Throws
/// Error where that is no date.
Today today();

}  // namespace kliping::command
