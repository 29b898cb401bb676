// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/search.hpp"

#include <fmt/format.h>

#include "search/archive.hpp"
#include "search/explain_query.hpp"
#include "search/similar.hpp"
#include "searcher/batch.hpp"
#include "searcher/page.hpp"
#include "searcher/request.hpp"
#include "searcher/show.hpp"

namespace kliping::searcher {

namespace {

constexpr const char* no_words_note = "note: the query has no word to look for\n";

ExitCode print(Archive& archive, const Options& options, const Streams& streams, const Node& tree,
               const BuiltQuery& query) {
  const bool counts = options.task == Task::count || options.task == Task::quiet;
  return counts ? print_count(archive, options, streams, tree, query)
                : print_page(archive, options, streams, tree, query);
}

ExitCode find_similar(Archive& archive, const Options& options, const Streams& streams) {
  BuiltQuery query = archive.read([&](const Xapian::Database& database) {
    return similar_query(database, options.similar_id);
  });
  const Xapian::Query filter = filters_of(options);
  if (!filter.empty()) query.query = {Xapian::Query::OP_FILTER, query.query, filter};
  return print(archive, options, streams, Node{}, query);
}

ExitCode answer(Archive& archive, const Options& options, const Streams& streams) {
  const Node tree = parse(options.query, options, archive);
  const BuiltQuery query = build(tree, options, archive);
  if (options.task == Task::explain) {
    streams.out(explain_query(options.query, tree, query, archive.analyzer()));
    return ExitCode::success;
  }
  if (query.query.empty() && options.task != Task::quiet) {
    streams.err(fmt::format("kliping-search: {}", no_words_note));
  }
  return print(archive, options, streams, tree, query);
}

}  // namespace

ExitCode search(const Options& options, const Streams& streams) {
  const auto tell = [&](std::string_view line) {
    streams.err(fmt::format("kliping-search: {}", line));
  };
  Archive archive(options.databases, options.archive, tell);
  if (options.verbose) {
    archive.read([&](const Xapian::Database& database) {
      tell(fmt::format("note: {} articles in {} databases\n", database.get_doccount(),
                       database.size()));
    });
  }
  if (options.task == Task::show) return show(archive, options, streams);
  if (options.task == Task::batch) return run_batch(archive, options, streams);
  if (!options.similar_id.empty()) return find_similar(archive, options, streams);
  return answer(archive, options, streams);
}

}  // namespace kliping::searcher
