// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "kliping/error.hpp"
#include "searcher/options.hpp"
#include "searcher/render.hpp"

namespace kliping::searcher {

/// Where a run's bytes go. The searcher decides what is printed, the program how.
struct Streams {
  std::function<void(std::string_view)> out;
  std::function<void(std::string_view)> err;
  TextStyle style;

  void note(const Message& message) const;
  void warn(const Message& message) const;
};

/// Does what the options ask for and returns the exit code. `options.databases` must not be empty.
/// Throws Error.
ExitCode search(const Options& options, const Streams& streams);

}  // namespace kliping::searcher
