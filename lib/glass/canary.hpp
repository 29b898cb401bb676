// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "kliping/glass/document.hpp"

namespace kliping::glass {

/// Documents that reach the limits of the format: first one for each oddity (no terms, zero bytes
/// in a term, position 2^32 - 1, …), then ordinary ones, enough of them for lists of several chunks
/// and tables of several blocks.
std::vector<OwnedDocument> odd_documents();

Xapian::Document to_xapian(const OwnedDocument& document);

/// Builds a database of the documents by the bulk builder, in an existing folder: two lanes take
/// batches in turn.
void build(const std::filesystem::path& folder, const std::vector<OwnedDocument>& documents,
           const std::map<std::string, std::string>& metadata);

}  // namespace kliping::glass
