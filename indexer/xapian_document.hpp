// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <map>
#include <string>

#include "kliping/analysis/user_words.hpp"
#include "sink.hpp"

/// What the sinks share that write by Xapian's own classes.
namespace kliping::indexer {

Xapian::Document to_xapian(const IndexDocument& document);

/// The metadata of a new index: its schema, the fingerprint of its analysis, and its word lists.
std::map<std::string, std::string> index_metadata(const WordLists& lists);
void write_metadata(Xapian::WritableDatabase& database, const WordLists& lists);

}  // namespace kliping::indexer
