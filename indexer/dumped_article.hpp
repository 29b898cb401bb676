// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kliping/article.hpp"

/// How `dump` writes a stored article, and `add` takes it in again: a JSON object on one line that
/// begins with `{"type":"article","schema":1`. Nothing of it is guessed, repaired or derived, so
/// that what comes back is the article as it was.
namespace kliping::indexer {

/// With its line feed.
std::string dumped(const Article& article);

/// Empty for a record that `dumped` cannot have written: it is then read as any other JSON.
std::optional<Article> read_dumped(std::string_view record);

}  // namespace kliping::indexer
