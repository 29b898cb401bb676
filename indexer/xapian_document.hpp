// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <map>
#include <string>

#include "kliping/analysis/user_words.hpp"
#include "sink.hpp"

/// What the ways of writing an index share.
namespace kliping::indexer {

Xapian::Document to_xapian(const IndexDocument& document);

/// What marks a database as one of this schema and of an analysis by these lists.
std::map<std::string, std::string> index_metadata(const WordLists& lists);
void write_metadata(Xapian::WritableDatabase& database, const WordLists& lists);

}  // namespace kliping::indexer
