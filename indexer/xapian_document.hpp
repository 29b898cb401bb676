// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <map>
#include <string>

#include "sink.hpp"

/// What the ways of writing an index share.
namespace kliping::indexer {

Xapian::Document to_xapian(const IndexDocument& document);

/// What marks a database as one of this schema and analysis.
std::map<std::string, std::string> index_metadata();
void write_metadata(Xapian::WritableDatabase& database);

}  // namespace kliping::indexer
