// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "kliping/database.hpp"
#include "kliping/date_range.hpp"

namespace kliping {

/// The documents that a query of kliping-search matches, in ascending order: all of its words are
/// wanted, as with --op=and. `today` is what `tanggal:kemarin` counts from. Throws Error for a
/// query that is none, or has no word to look for.
std::vector<std::uint32_t> matching_documents(const Xapian::Database& database,
                                              std::string_view query, Today today);

}  // namespace kliping
