// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include "sink.hpp"

/// What both ways of writing through Xapian's own API share.
namespace kliping::indexer {

Xapian::Document to_xapian(const IndexDocument& document);

/// Marks a database as one of this schema and analysis.
void write_metadata(Xapian::WritableDatabase& database);

}  // namespace kliping::indexer
