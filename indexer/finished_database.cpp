// SPDX-License-Identifier: GPL-3.0-or-later
#include "finished_database.hpp"

#include <xapian.h>

#include <algorithm>
#include <string>

#include "kliping/schema.hpp"

namespace kliping::indexer {

namespace fs = std::filesystem;

namespace {

/// Xapian keeps a deletion in memory, with all terms of the document, until it is committed: some
/// 20 kB each.
constexpr std::size_t deletions_per_commit = 2000;

/// Merges metadata: of databases of several formats the newest format is kept.
class NewestFormat final : public Xapian::Compactor {
  std::string resolve_duplicate_metadata(const std::string& key, std::size_t count,
                                         const std::string values[]) override {
    // Xapian 1.4 gives the key as its table has it, with a prefix.
    if (!key.ends_with(schema::metadata::version)) return values[0];
    return *std::max_element(values, values + count, [](const auto& a, const auto& b) {
      return schema::read_version(a) < schema::read_version(b);
    });
  }
};

/// Deletes all documents of an identity but the one added last.
void keep_last(Xapian::WritableDatabase& database, const std::string& identity) {
  std::vector<Xapian::docid> documents(database.postlist_begin(identity),
                                       database.postlist_end(identity));
  if (documents.empty()) return;
  documents.pop_back();
  for (const Xapian::docid document : documents) database.delete_document(document);
}

/// How far compaction moved the numbers of the documents of the database in front: it gives its
/// first document number 1.
Xapian::docid documents_before_first(const fs::path& path) {
  const Xapian::Database database(path.string());
  const auto first = database.postlist_begin("");
  return first == database.postlist_end("") ? 0 : *first - 1;
}

}  // namespace

void merge_databases(const std::vector<fs::path>& sources, const fs::path& target) {
  Xapian::Database all;
  for (const fs::path& source : sources) all.add_database(Xapian::Database(source.string()));
  NewestFormat compactor;
  all.compact(target.string(), Xapian::Compactor::FULL, 0, compactor);
}

void complete(const fs::path& database, const Completion& completion,
              const std::optional<fs::path>& existing) {
  const auto& [replaced, removed, metadata] = completion;
  if (replaced.documents.empty() && replaced.identities.empty() && removed.empty() &&
      metadata.empty()) {
    return;
  }
  const Xapian::docid before_first = existing ? documents_before_first(*existing) : 0;
  Xapian::WritableDatabase writable(database.string(), Xapian::DB_OPEN);
  for (const auto& [key, value] : metadata) writable.set_metadata(key, value);
  for (const std::string& identity : replaced.identities) keep_last(writable, identity);
  std::vector<Xapian::docid> gone;
  for (const auto& documents : {replaced.documents, removed}) {
    for (const Xapian::docid document : documents) gone.push_back(document - before_first);
  }
  delete_documents(writable, gone);
  writable.commit();
}

void delete_documents(Xapian::WritableDatabase& database,
                      const std::vector<Xapian::docid>& documents) {
  std::size_t uncommitted = 0;
  for (const Xapian::docid document : documents) {
    try {
      database.delete_document(document);
    } catch (const Xapian::DocNotFoundError&) {
      // Already gone as an earlier holder of an identity that came twice.
    }
    if (++uncommitted < deletions_per_commit) continue;
    database.commit();
    uncommitted = 0;
  }
}

}  // namespace kliping::indexer
