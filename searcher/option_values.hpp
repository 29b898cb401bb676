// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "kliping/date_range.hpp"
#include "kliping/schema.hpp"
#include "search/facets.hpp"
#include "search/window.hpp"

/// Understands the values of options. Every function throws an Error that names the option.
namespace kliping::searcher {

/// The parts of `a,b,c`; empty parts are ignored.
std::vector<std::string> split_list(const std::string& list);

/// `--fields=LIST`: names of our fields, English or Indonesian, and of the archive's own.
std::vector<std::string> understand_fields(const std::string& list);

/// `--filter=FIELD=VALUE`.
std::pair<schema::Field, std::string> understand_filter(const std::string& text);

/// `--facet=FIELD[:N]`; without N the ten most frequent values, or all dates.
FacetRequest understand_facet(const std::string& text);

/// `--sort=FIELD` into order and field.
void understand_sort(const std::string& text, Window& window);

/// `--recency=90d` in seconds: hours, days, weeks, months of 30 days, years of 365.
std::int64_t understand_half_life(const std::string& text);

/// The last second of a day in Jakarta, since 1970, from which the ages of articles are counted.
std::int64_t end_of(Today today);

/// `--timeout=SECONDS`: at least one, at most an hour.
std::chrono::milliseconds understand_timeout(unsigned seconds);

/// `--since` and `--until`; "" for an open end.
DateRange understand_dates(const std::string& since, const std::string& until, Today today);

}  // namespace kliping::searcher
