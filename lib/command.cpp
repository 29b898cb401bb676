// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/command.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <new>
#include <utility>

#include "kliping/date.hpp"
#include "kliping/language.hpp"
#include "text/code_point.hpp"
#include "text/utf8.hpp"

namespace kliping::command {

namespace {

void complain(const std::string& text) {
  std::fputs(text.c_str(), stderr);
}

std::string hint_line(const Message& hint) {
  return hint.empty() ? std::string{} : fmt::format("  {} {}\n", tr("hint:"), tr(hint));
}

/// A stream that the caller closed would lend its number to the next file opened, and messages
/// would land in a database. Something unusable takes its place: using it still fails, as it must.
void occupy_standard_streams() {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (fcntl(descriptor, F_GETFD) != -1) continue;
    const int opened = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    if (opened >= 0 && opened != descriptor) close(opened);
  }
}

std::string label_of(Diagnostic::Severity severity) {
  switch (severity) {
    case Diagnostic::Severity::note:
      return tr("note:");
    case Diagnostic::Severity::warning:
      return tr("warning:");
    case Diagnostic::Severity::error:
      break;
  }
  return tr("error:");
}

/// Levenshtein's distance.
std::size_t edits(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] != b[j - 1]);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
    }
  }
  return row.back();
}

/// A full disk shows only when the last bytes leave the buffer.
bool standard_output_failed() {
  return std::fflush(stdout) != 0 || std::ferror(stdout) != 0;
}

}  // namespace

int run(std::string_view tool, const std::function<ExitCode()>& body) {
  // A reader that goes away (`| head`) ends the program silently, as it does every other filter.
  std::signal(SIGPIPE, SIG_DFL);
  occupy_standard_streams();
  ExitCode code = ExitCode::failure;
  try {
    code = body();
  } catch (const Error& error) {
    complain(render(tool, error));
    code = error.code();
  } catch (const std::bad_alloc&) {
    complain(render(tool, Error(message("out of memory"))));
  } catch (const std::exception& error) {
    complain(render(tool, Error(Message::verbatim(error.what()))));
  }
  if (standard_output_failed()) {
    complain(render(tool, Error(message("standard output: {}", system_message(errno)))));
    code = ExitCode::failure;
  }
  return static_cast<int>(code);
}

std::string render(std::string_view tool, const Diagnostic& diagnostic) {
  std::string place = visible(diagnostic.locator);
  if (diagnostic.line > 0) place += fmt::format(":{}", diagnostic.line);
  return fmt::format("{}: {}{} {}\n{}", tool, place.empty() ? "" : place + ": ",
                     label_of(diagnostic.severity),
                     visible(tr(diagnostic.message), LineBreaks::kept),
                     visible(hint_line(diagnostic.hint), LineBreaks::kept));
}

std::string render(std::string_view tool, const Error& error) {
  return visible(fmt::format("{}: {} {}\n{}", tool, label_of(Diagnostic::Severity::error),
                             tr(error.message()), hint_line(error.hint_message())),
                 LineBreaks::kept);
}

std::string visible(std::string_view text, LineBreaks breaks) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t c = utf8::next(text, i);
    const bool kept = c == '\n' && breaks == LineBreaks::kept;
    if (kept || (c != utf8::not_a_character && !utf8::is_control(c))) {
      out += text.substr(begin, i - begin);
    } else {
      out += '?';
    }
  }
  return out;
}

bool wants_color(When when, int file_descriptor) {
  if (when != When::automatic) return when == When::always;
  if (!environment("NO_COLOR").empty() || environment("TERM") == "dumb") return false;
  return isatty(file_descriptor) != 0;
}

int terminal_width(int file_descriptor) {
  winsize size{};
  if (ioctl(file_descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 80;
}

Today today() {
  using namespace std::chrono;
  const std::string given = environment("KLIPING_TODAY");
  if (given.empty()) {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    return year{local.tm_year + 1900} / (local.tm_mon + 1) / local.tm_mday;
  }
  const auto date = parse_date(given);
  if (!date) throw Error(message("KLIPING_TODAY={}: this is no date", given));
  return floor<days>(sys_seconds{seconds{date->unix_seconds} + minutes{date->offset_minutes}});
}

std::string environment(const char* name) {
  const char* const value = std::getenv(name);
  return value ? value : "";
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
  constexpr std::size_t longest_word = 64;
  if (word.size() > longest_word) return {};
  std::string best;
  // More than a third of the letters wrong, and it was not meant.
  const std::size_t letters = word.size() - std::min(word.find_first_not_of('-'), word.size());
  std::size_t best_edits = (letters + 2) / 3 + 1;
  for (const std::string& candidate : candidates) {
    const std::size_t needed = edits(word, candidate);
    if (needed < best_edits) {
      best = candidate;
      best_edits = needed;
    }
  }
  return best;
}

Message one_of(const std::vector<std::string>& words) {
  return message("one of {}", fmt::format("{}", fmt::join(words, ", ")));
}

void refuse_empty_values(const std::vector<std::string>& arguments) {
  for (const std::string& argument : arguments) {
    if (argument == "--") return;
    const bool empty = argument.starts_with("--") && argument.find('=') + 1 == argument.size();
    if (empty) throw Error(message("{}: needs a value", argument.substr(0, argument.size() - 1)));
  }
}

Message unfit_number_of_values(std::string_view fault) {
  const std::string_view name = fault.substr(0, fault.find_first_of(": "));
  // Of flags it has the name alone.
  if (fault.ends_with("flag override")) return message("--{}: takes no value", name);
  return message("{}: needs a value", name);
}

std::string named_path(std::string path) {
  if (!path.empty()) return path;
  throw Error(message("--db: the path is empty"), message("is the variable in it set?"));
}

}  // namespace kliping::command
