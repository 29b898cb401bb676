// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>

namespace kliping::indexer {

/// Bytes of fresh text from which on a run builds a new database aside and joins it with the
/// existing one, instead of updating the existing one in place. `existing` is the generation in
/// use, if there is one.
std::size_t bulk_threshold(const std::optional<std::filesystem::path>& existing,
                           std::size_t memory_bytes);

}  // namespace kliping::indexer
