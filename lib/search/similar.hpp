// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <string>

#include "query/query_builder.hpp"

namespace kliping {

/// A query for articles on what the article of this identity is about, by the roots that set it
/// apart; those of its title count more. It finds neither the article itself nor, where duplicates
/// collapse, those of it, nor what has too little in common with it. Throws Error where no
/// article has the identity.
BuiltQuery similar_query(const Xapian::Database& database, const std::string& identity);

}  // namespace kliping
