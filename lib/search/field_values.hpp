// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "kliping/schema.hpp"

namespace kliping {

/// The prefix of the terms that hold a field's values. Empty for a field that has none, and for the
/// identity, whose values nobody wants completed.
std::string_view filter_prefix(schema::Field field);

/// At most `most` values of a field that begin with `beginning`, folded and in order. Sources,
/// sections, authors and hosts are given as their filter terms spell them; dates as years, from the
/// first article's to the last one's; other fields have no values. Reads no article.
std::vector<std::string> values_beginning(const Xapian::Database& database, schema::Field field,
                                          std::string_view beginning, std::size_t most);

}  // namespace kliping
