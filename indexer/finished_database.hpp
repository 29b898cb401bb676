// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <filesystem>
#include <optional>
#include <vector>

#include "sink.hpp"

/// What is done with databases that were built aside, before they are published.
namespace kliping::indexer {

/// Joins databases into one compact one; documents keep their order.
void merge_databases(const std::vector<std::filesystem::path>& sources,
                     const std::filesystem::path& target);

/// Does to a merged database what a run does at its end: deletes replaced and removed documents,
/// and sets the metadata. `existing` is the database that was merged in front of the new documents,
/// if any: the document numbers in `completion` are those that it had.
void complete(const std::filesystem::path& database, const Completion& completion,
              const std::optional<std::filesystem::path>& existing);

/// Deletes documents, committing now and then to keep memory bounded; the caller commits the rest.
void delete_documents(Xapian::WritableDatabase& database,
                      const std::vector<Xapian::docid>& documents);

}  // namespace kliping::indexer
