// SPDX-License-Identifier: GPL-3.0-or-later
#include "finished_database.hpp"

#include <xapian.h>

#include <string>

namespace kliping::indexer {

namespace fs = std::filesystem;

namespace {

/// Deletes all documents of an identity but the one added last.
void keep_last(Xapian::WritableDatabase& database, const std::string& identity) {
  std::vector<Xapian::docid> documents(database.postlist_begin(identity),
                                       database.postlist_end(identity));
  if (documents.empty()) return;
  documents.pop_back();
  for (const Xapian::docid document : documents) database.delete_document(document);
}

}  // namespace

void merge_databases(const std::vector<fs::path>& sources, const fs::path& target) {
  Xapian::Database all;
  for (const fs::path& source : sources) all.add_database(Xapian::Database(source.string()));
  all.compact(target.string(), Xapian::Compactor::FULL);
}

void remove_replaced(const fs::path& database, const Replaced& replaced) {
  if (replaced.documents.empty() && replaced.identities.empty()) return;
  Xapian::WritableDatabase writable(database.string(), Xapian::DB_OPEN);
  for (const std::string& identity : replaced.identities) keep_last(writable, identity);
  for (const Xapian::docid document : replaced.documents) {
    try {
      writable.delete_document(document);
    } catch (const Xapian::DocNotFoundError&) {
      // Already gone as an earlier holder of an identity that came twice.
    }
  }
  writable.commit();
}

}  // namespace kliping::indexer
