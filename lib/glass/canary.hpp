// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "kliping/glass/document.hpp"

namespace kliping::glass {

/// Documents that go to the edges of the format: the first ones of each kind of oddity, then a
/// few that make lists of several chunks and tables of several blocks.
std::vector<OwnedDocument> odd_documents();

Xapian::Document to_xapian(const OwnedDocument& document);

/// What the builder makes of documents, in batches, into an existing folder.
void build(const std::filesystem::path& folder, const std::vector<OwnedDocument>& documents,
           const std::map<std::string, std::string>& metadata);

}  // namespace kliping::glass
