// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

#include "../record.hpp"

namespace kliping::indexer {

struct WalkHandler {
  /// A path to open, or `-`; false ends the walk.
  std::function<bool(const std::string& path)> file;
  std::function<void(Diagnostic&&)> diagnostic;
};

/// Visits what an operand of the command line names: the file itself, or all regular files below a
/// directory, in the byte order of their names. Hidden files and links are passed over; a link that
/// leads out of the directory gets a warning. False where the handler ended the walk.
bool walk(const std::string& operand, const ReadOptions& options, const WalkHandler& handler);

}  // namespace kliping::indexer
