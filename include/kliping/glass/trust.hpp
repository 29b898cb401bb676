// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "kliping/glass/builder.hpp"

/// Checks of the bulk builder. Each gives a reason to doubt its work, as a text for people, or
/// nothing when all is well. The first takes milliseconds, the second a part of the time of the
/// build.
namespace kliping::glass {

/// Before a build: does the installed Xapian write the same format as the builder, and does it give
/// the same answers about a set of odd documents, whichever of the two wrote them? Works in
/// `scratch`, a folder that does not exist yet and is gone afterwards.
std::optional<std::string> doubt_before(const std::filesystem::path& scratch);

/// After a build: runs Xapian's own check of each table, and compares the samples with what the
/// database says about them, on so many threads.
std::optional<std::string> doubt_after(const std::filesystem::path& database,
                                       const std::vector<Sample>& samples, unsigned threads);

}  // namespace kliping::glass
