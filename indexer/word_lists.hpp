// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "kliping/analysis/user_words.hpp"

namespace kliping::indexer {

/// The lists of `--exceptions` and `--protect`, read; an option that was not given is empty.
struct GivenLists {
  std::optional<std::string> exceptions;
  std::optional<std::string> protect;
};

/// The given lists as they are: for a new index, or for none.
WordLists lists_alone(const GivenLists& given);

/// The lists that a run follows: those of the index, if there is one, else those given. Throws
/// Error where a given list is not that of the index: articles that are in it would keep their old
/// roots.
WordLists lists_for(const std::optional<std::filesystem::path>& generation,
                    const GivenLists& given);

}  // namespace kliping::indexer
