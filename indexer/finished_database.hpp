// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <filesystem>
#include <optional>
#include <vector>

#include "sink.hpp"

/// What the sinks that build databases aside do with the finished ones.
namespace kliping::indexer {

/// Joins databases into one compact one; documents keep their order.
void merge_databases(const std::vector<std::filesystem::path>& sources,
                     const std::filesystem::path& target);

/// Deletes what the documents of a run took the place of and what leaves the index, and sets the
/// metadata. `existing` is the database that was merged in front, empty for none: the documents
/// that `completion` numbers are its.
void complete(const std::filesystem::path& database, const Completion& completion,
              const std::optional<std::filesystem::path>& existing);

/// Deletes documents, committing now and then to keep memory bounded; the caller commits the rest.
void delete_documents(Xapian::WritableDatabase& database,
                      const std::vector<Xapian::docid>& documents);

}  // namespace kliping::indexer
