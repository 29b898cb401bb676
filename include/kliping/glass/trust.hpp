// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "kliping/glass/builder.hpp"

/// Reasons not to trust the builder, in words; empty where there is none. They cost milliseconds
/// before a build and a fraction of its time after it.
namespace kliping::glass {

/// Before a build: does the Xapian that is installed write the very format that the builder does,
/// and does it find a set of odd documents the same, whichever of the two wrote them? Works in
/// `scratch`, a folder that does not exist yet and is gone afterwards.
std::optional<std::string> doubt_before(const std::filesystem::path& scratch);

/// After a build: Xapian's own check of each table, and of the samples everything that can be asked
/// about them, by so many threads.
std::optional<std::string> doubt_after(const std::filesystem::path& database,
                                       const std::vector<Sample>& samples, unsigned threads);

}  // namespace kliping::glass
