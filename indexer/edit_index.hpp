// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "database_folder.hpp"
#include "kliping/date_range.hpp"
#include "run_log.hpp"
#include "sync_watch.hpp"

/// What is done to an index as it stands. All throw Error, with the index as it was.
namespace kliping::indexer {

struct FoundArticles {
  /// In ascending order of documents, each once.
  std::vector<GoneArticle> articles;
  /// Ids that no article has, as given.
  std::vector<std::string> unknown;
};

/// The articles of these ids in a generation.
FoundArticles find_articles(const std::filesystem::path& generation,
                            const std::vector<std::string>& ids);

/// The articles that a query matches; dates such as `kemarin` count from `today`.
FoundArticles find_articles_by_query(const std::filesystem::path& generation,
                                     const std::string& query, Today today);

void remove_articles(DatabaseFolder& folder, const std::vector<GoneArticle>& articles);

struct CompactTally {
  std::uintmax_t bytes_before = 0;
  std::uintmax_t bytes_after = 0;
};

/// Rewrites the index without the slack that updates and removals leave.
CompactTally compact_index(DatabaseFolder& folder);

struct MergeTally {
  std::uint64_t articles = 0;
  /// Articles that a later database had, too.
  std::uint64_t replaced = 0;
};

/// Where the tables of databases lie that are to be merged. Throws Error for one that cannot be, or
/// that follows other rules than the first.
std::vector<std::filesystem::path> mergeable(const std::vector<std::string>& databases);

/// Joins databases in `folder`, which holds none yet. Of the articles of one id that of the last
/// database stays.
MergeTally merge_indexes(DatabaseFolder& folder, const std::vector<std::filesystem::path>& tables);

}  // namespace kliping::indexer
