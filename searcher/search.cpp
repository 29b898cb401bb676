// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/search.hpp"

#include <fmt/format.h>

#include "searcher/archive.hpp"
#include "searcher/batch.hpp"
#include "searcher/explain_query.hpp"
#include "searcher/page.hpp"
#include "searcher/request.hpp"
#include "searcher/show.hpp"

namespace kliping::searcher {

namespace {

constexpr const char* no_words_note = "note: the query has no word to look for\n";

ExitCode answer(Archive& archive, const Options& options, const Streams& streams) {
  const Node tree = parse(options.query, options, archive);
  const BuiltQuery query = build(tree, options);
  if (options.task == Task::explain) {
    streams.out(explain_query(options.query, tree, query));
    return ExitCode::success;
  }
  if (query.query.empty() && options.task != Task::quiet) {
    streams.err(fmt::format("kliping-search: {}", no_words_note));
  }
  const bool counts = options.task == Task::count || options.task == Task::quiet;
  return counts ? print_count(archive, options, streams, tree, query)
                : print_page(archive, options, streams, tree, query);
}

}  // namespace

ExitCode search(const Options& options, const Streams& streams) {
  const auto tell = [&](std::string_view line) {
    streams.err(fmt::format("kliping-search: {}", line));
  };
  Archive archive(options.databases, options.archive, tell);
  if (options.task == Task::show) return show(archive, options, streams);
  if (options.task == Task::batch) return run_batch(archive, options, streams);
  return answer(archive, options, streams);
}

}  // namespace kliping::searcher
