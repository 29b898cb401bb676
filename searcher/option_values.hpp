// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "kliping/schema.hpp"
#include "searcher/date_range.hpp"

/// What stands behind an option's `=`, understood. All throw Error naming the option.
namespace kliping::searcher {

/// `a,b,c`; empty parts are passed over.
std::vector<std::string> split_list(const std::string& list);

/// `--filter=FIELD=VALUE`.
std::pair<schema::Field, std::string> understand_filter(const std::string& text);

/// `--since` and `--until`; "" for an open end.
DateRange understand_dates(const std::string& since, const std::string& until);

}  // namespace kliping::searcher
