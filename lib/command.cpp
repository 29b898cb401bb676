// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/command.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <new>

namespace kliping::command {

namespace {

void complain(const std::string& text) {
  std::fputs(text.c_str(), stderr);
}

std::string hint_line(const std::string& hint) {
  return hint.empty() ? std::string{} : fmt::format("  hint: {}\n", hint);
}

/// A full disk shows only when the last bytes leave the buffer.
bool standard_output_failed() {
  return std::fflush(stdout) != 0 || std::ferror(stdout) != 0;
}

}  // namespace

int run(std::string_view tool, const std::function<ExitCode()>& body) {
  // A reader that goes away (`| head`) ends the program silently, as it does every other filter.
  std::signal(SIGPIPE, SIG_DFL);
  ExitCode code = ExitCode::failure;
  try {
    code = body();
  } catch (const Error& error) {
    complain(render(tool, error));
    code = error.code();
  } catch (const std::bad_alloc&) {
    complain(fmt::format("{}: error: out of memory\n", tool));
  } catch (const std::exception& error) {
    complain(fmt::format("{}: error: {}\n", tool, error.what()));
  }
  if (standard_output_failed()) {
    complain(fmt::format("{}: error: standard output: {}\n", tool, std::strerror(errno)));
    code = ExitCode::failure;
  }
  return static_cast<int>(code);
}

std::string render(std::string_view tool, const Diagnostic& diagnostic) {
  const std::string line = diagnostic.line ? fmt::format(":{}", diagnostic.line) : std::string{};
  const bool error = diagnostic.severity == Diagnostic::Severity::error;
  return fmt::format("{}: {}{}: {}: {}\n{}", tool, diagnostic.locator, line,
                     error ? "error" : "warning", diagnostic.message, hint_line(diagnostic.hint));
}

std::string render(std::string_view tool, const Error& error) {
  return fmt::format("{}: error: {}\n{}", tool, error.what(), hint_line(error.hint()));
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

std::string environment(const char* name) {
  const char* const value = std::getenv(name);
  return value ? value : "";
}

}  // namespace kliping::command
