// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/search.hpp"

#include <utility>

#include "search/archive.hpp"
#include "search/matcher.hpp"
#include "search/read_query.hpp"
#include "search/snippet.hpp"
#include "search/suggestion.hpp"

namespace kliping {

namespace {

/// The searcher warns its user of servers that are away; a program reads `Answer::partial`.
void ignore_warning(const Message&) {}

}  // namespace

Database::Database(std::unique_ptr<Archive> archive) noexcept : archive_(std::move(archive)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Database open(const std::vector<std::string>& names) {
  if (names.empty()) throw Error(message("no database to open"));
  auto archive = std::make_unique<Archive>(names, ArchivePolicy{}, ignore_warning);
  archive->read([](const Xapian::Database&) {});
  return Database(std::move(archive));
}

Answer search(Database& database, std::string_view query, const SearchOptions& options) {
  Archive& archive = *database.archive_;
  const Node tree = read_query(query, options.query, archive);
  const BuiltQuery built = build_query(tree, options.query, archive);
  const Analyzer analyzer = archive.analyzer();
  SnippetMaker snippets(built.wanted, options.snippet_length, analyzer);
  const Window window{options.page};
  Answer answer = archive.read([&](const Xapian::Database& all) {
    const Matches matches = match({all, archive.place()}, built, window);
    Answer found{.total = matches.total, .relaxed = matches.relaxed};
    found.complete = matches.relaxed ? matches.complete : matches.total;
    found.corrected = correction(query, tree, options.query.op, all, matches, analyzer);
    for (const Match& m : matches.page) {
      found.hits.push_back(hit_of(all, m));
      found.hits.back().extract = snippets.extract(found.hits.back().article);
    }
    return found;
  });
  answer.partial = archive.is_partial();
  return answer;
}

}  // namespace kliping
