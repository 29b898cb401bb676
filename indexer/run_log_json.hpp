// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include "run_log.hpp"

namespace kliping::indexer {

/// A run as the log and `info --json` have it.
nlohmann::ordered_json as_json(const RunRecord& run);

}  // namespace kliping::indexer
