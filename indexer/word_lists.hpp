// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "kliping/analysis/user_words.hpp"

namespace kliping::indexer {

/// `--exceptions` and `--protect`, read: empty options where they were not given.
struct GivenLists {
  std::optional<std::string> exceptions;
  std::optional<std::string> protect;
};

/// The lists given, where no index has any.
WordLists lists_alone(const GivenLists& given);

/// The lists that a run is to follow: those given, else those of the index, if there is one. Throws
/// Error where the index was written by another list than the one given, for its articles would
/// keep their roots.
WordLists lists_for(const std::optional<std::filesystem::path>& generation,
                    const GivenLists& given);

}  // namespace kliping::indexer
