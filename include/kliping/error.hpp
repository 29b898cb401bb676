// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>

#include "kliping/message.hpp"

namespace kliping {

/// Exit codes of both tools: interface, as in grep(1) and sysexits(3).
enum class ExitCode : int {
  success = 0,
  /// kliping-search: no hit. kliping-index: committed, but some inputs were passed over.
  nothing_or_skipped = 1,
  failure = 2,
  interrupted = 130,
  terminated = 143,
  try_again = 75,
};

/// What stops a run. `what()` says what is wrong, and with which thing; `hint()`, where there is
/// one, what to do about it. Both are English; message() and hint_message() can be translated.
/// Exceptions of other libraries are turned into this where the library is called, and nowhere
/// else.
class Error : public std::runtime_error {
 public:
  explicit Error(Message what, Message hint = {}, ExitCode code = ExitCode::failure)
      : std::runtime_error(what.english()),
        message_(std::move(what)),
        hint_(std::move(hint)),
        code_(code) {}

  const Message& message() const noexcept { return message_; }
  std::string hint() const { return hint_.english(); }
  const Message& hint_message() const noexcept { return hint_; }
  ExitCode code() const noexcept { return code_; }

 private:
  Message message_;
  Message hint_;
  ExitCode code_;
};

/// A fault of the data that costs one record or one input, never the run.
struct Diagnostic {
  /// An error costs an article or an input. A warning tells of something of little value that was
  /// passed over; with a note nothing was lost.
  enum class Severity { note, warning, error };

  Severity severity = Severity::error;
  /// What it is about: `archive/2019.csv`, `2019.tar.zst!kompas/3812.html`.
  std::string locator;
  /// Line within it, from 1; 0 where lines mean nothing.
  std::size_t line = 0;
  Message message;
  Message hint;
};

}  // namespace kliping
