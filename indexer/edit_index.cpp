// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit_index.hpp"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <system_error>

#include "existing_articles.hpp"
#include "file_system.hpp"
#include "finished_database.hpp"
#include "kliping/database.hpp"
#include "kliping/query.hpp"
#include "kliping/schema.hpp"
#include "kliping/stored_article.hpp"
#include "update_sink.hpp"

namespace kliping::indexer {

namespace fs = std::filesystem;

namespace {

/// Runs `work`; Xapian's exceptions become ours, naming `database`.
template <typename Work>
auto fenced(const fs::path& database, Work&& work) {
  try {
    return work();
  } catch (const Xapian::Error& error) {
    throw translate(error, database.string());
  }
}

GoneArticle article_of(const Xapian::Database& database, Xapian::docid document) {
  Article article = load(database.get_document(document).get_data());
  return {document, std::move(article.id), std::move(article.locator)};
}

void sort_by_document(std::vector<GoneArticle>& articles) {
  const auto before = [](const GoneArticle& a, const GoneArticle& b) {
    return a.document < b.document;
  };
  const auto same = [](const GoneArticle& a, const GoneArticle& b) {
    return a.document == b.document;
  };
  std::sort(articles.begin(), articles.end(), before);
  articles.erase(std::unique(articles.begin(), articles.end(), same), articles.end());
}

Completion with_run(RunRecord run, const std::optional<fs::path>& generation) {
  run.finished = now_in_utc();
  const std::string log = generation ? run_log_of(*generation) : std::string{};
  Completion completion;
  completion.metadata.emplace(schema::metadata::runs, append_run(log, run));
  return completion;
}

/// Identity terms that more than one document has.
std::vector<std::string> repeated_identities(const fs::path& path) {
  const Xapian::Database database(path.string());
  const std::string prefix{schema::prefix::identity};
  std::vector<std::string> repeated;
  const auto end = database.allterms_end(prefix);
  for (auto term = database.allterms_begin(prefix); term != end; ++term) {
    if (term.get_termfreq() > 1) repeated.push_back(*term);
  }
  return repeated;
}

std::uint64_t articles_in(const fs::path& database) {
  return Xapian::Database(database.string()).get_doccount();
}

}  // namespace

FoundArticles find_articles(const fs::path& generation, const std::vector<std::string>& ids) {
  return fenced(generation.parent_path(), [&] {
    const ExistingArticles existing(generation.string());
    const Xapian::Database database(generation.string());
    FoundArticles found;
    for (const std::string& id : ids) {
      if (const auto known = existing.find(schema::identity_term(id))) {
        found.articles.push_back(article_of(database, known->document));
      } else {
        found.unknown.push_back(id);
      }
    }
    sort_by_document(found.articles);
    return found;
  });
}

FoundArticles find_articles_by_query(const fs::path& generation, const std::string& query,
                                     Today today) {
  return fenced(generation.parent_path(), [&] {
    const Xapian::Database database = open_for_reading({generation.parent_path().string()});
    FoundArticles found;
    for (const Xapian::docid document : matching_documents(database, query, today)) {
      found.articles.push_back(article_of(database, document));
    }
    return found;
  });
}

void remove_articles(DatabaseFolder& folder, const std::vector<GoneArticle>& articles) {
  if (articles.empty()) return;
  fenced(folder.path(), [&] {
    Completion completion =
        with_run({.verb = "remove", .finished = {}, .removed = articles.size(), .reasons = {}},
                 folder.generation());
    for (const GoneArticle& article : articles) completion.removed.push_back(article.document);
    UpdateSink(folder).publish(completion);
  });
}

CompactTally compact_index(DatabaseFolder& folder) {
  return fenced(folder.path(), [&] {
    const fs::path before = folder.generation().value();
    const fs::path compact = folder.staging() / "compact";
    CompactTally tally{.bytes_before = folder_bytes(before)};
    merge_databases({before}, compact);
    tally.bytes_after = folder_bytes(compact);
    folder.publish(compact);
    return tally;
  });
}

/// Phrases would be answered by a part of the articles.
void require_same_positions(const std::vector<std::string>& databases) {
  std::optional<Positions> first;
  for (const std::string& name : databases) {
    const Positions its = stored_positions(open_for_reading({name}));
    if (first.value_or(its) != its) {
      const bool kept = its == Positions::kept;
      throw Error(
          message("{}: indexed with --no-positions, and {} without",
                  kept ? databases.front() : name, kept ? name : databases.front()),
          message("index one of them again as the other was: "
                  "kliping-index dump -d OLD | kliping-index add [--no-positions] -d NEW -"));
    }
    first = its;
  }
}

std::vector<fs::path> mergeable(const std::vector<std::string>& databases) {
  open_for_reading(databases);
  require_same_positions(databases);
  std::vector<fs::path> tables;
  for (const std::string& source : databases) {
    std::error_code ignored;
    if (!fs::exists(source, ignored)) {
      throw Error(message("{}: not on this machine's disk", source),
                  message("merge databases where they are"));
    }
    tables.push_back(tables_in_use(source));
  }
  return tables;
}

MergeTally merge_indexes(DatabaseFolder& folder, const std::vector<fs::path>& tables) {
  return fenced(folder.path(), [&] {
    fs::path merged = folder.staging() / "merged";
    merge_databases(tables, merged);
    const std::uint64_t all = articles_in(merged);
    Completion completion = with_run({.verb = "merge", .finished = {}, .reasons = {}}, {});
    completion.replaced.identities = repeated_identities(merged);
    complete(merged, completion, {});
    const std::uint64_t kept = articles_in(merged);
    const MergeTally tally{kept, all - kept};
    if (tally.replaced > 0) {
      const fs::path compact = folder.staging() / "compact";
      merge_databases({merged}, compact);
      merged = compact;
    }
    folder.publish(merged);
    return tally;
  });
}

}  // namespace kliping::indexer
