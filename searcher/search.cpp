// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/search.hpp"

#include <fmt/format.h>

#include <chrono>

#include "kliping/schema.hpp"
#include "kliping/stored_article.hpp"
#include "searcher/archive.hpp"
#include "searcher/batch.hpp"
#include "searcher/explain.hpp"
#include "searcher/request.hpp"

namespace kliping::searcher {

namespace {

std::string relaxed_note(std::size_t complete) {
  if (complete == 0) return "note: no article has all words; these have some of them\n";
  return fmt::format("note: only {} {} all words; after {} come those with some of them\n",
                     complete, complete == 1 ? "article has" : "articles have",
                     complete == 1 ? "it" : "them");
}

constexpr const char* no_words_note = "note: the query has no word to look for\n";

std::unique_ptr<Renderer> renderer_for(const Options& options, const Streams& streams) {
  if (options.task == Task::locators) return locator_renderer(options.terminator);
  switch (options.format) {
    case Format::json:
    case Format::jsonl:
      return json_renderer(options.format, options.fields);
    case Format::tsv:
    case Format::csv:
      return table_renderer(options.format, options.fields);
    default:
      return text_renderer(streams.style);
  }
}

/// A page of what was found, as bytes: nothing is written before all of it could be read.
struct Printed {
  std::string bytes;
  std::size_t hits = 0;
  std::size_t total = 0;
  bool relaxed = false;
  std::size_t complete = 0;
};

class PagePrinter {
 public:
  PagePrinter(const Options& options, const Streams& streams, const BuiltQuery& query,
              Analyzer analyzer)
      : options_(options), streams_(streams), query_(query), analyzer_(std::move(analyzer)) {}

  Printed print(const Xapian::Database& database) {
    const auto start = std::chrono::steady_clock::now();
    const Matches matches = match(database, query_, options_.window);
    const auto renderer = renderer_for(options_, streams_);
    SnippetMaker snippets(query_.wanted, options_.snippet_length, analyzer_);
    Printed page{renderer->begin(), matches.page.size(), matches.total, matches.relaxed,
                 matches.complete};
    for (const Match& m : matches.page) {
      Hit hit{m.rank, m.score, load(database.get_document(m.document).get_data()), {}};
      if (options_.task == Task::page) hit.extract = snippets.extract(hit.article);
      page.bytes += renderer->hit(hit);
    }
    if (options_.summary) {
      const std::chrono::duration<double, std::milli> elapsed =
          std::chrono::steady_clock::now() - start;
      page.bytes += renderer->summary(
          {options_.query, query_.query.get_description(), matches.relaxed, matches.total,
           matches.relaxed ? matches.complete : matches.total, elapsed.count()});
    }
    page.bytes += renderer->end();
    return page;
  }

 private:
  const Options& options_;
  const Streams& streams_;
  const BuiltQuery& query_;
  Analyzer analyzer_;
};

ExitCode found(std::size_t hits) {
  return hits > 0 ? ExitCode::success : ExitCode::nothing_or_skipped;
}

ExitCode print_page(Archive& archive, const Options& options, const Streams& streams,
                    const BuiltQuery& query) {
  const Analyzer analyzer = archive.analyzer();
  const Printed page = archive.read([&](const Xapian::Database& database) {
    return PagePrinter(options, streams, query, analyzer).print(database);
  });
  if (page.relaxed) streams.err("kliping-search: " + relaxed_note(page.complete));
  streams.out(page.bytes);
  return found(page.hits);
}

ExitCode count(Archive& archive, const Options& options, const Streams& streams,
               const BuiltQuery& query) {
  Window window = options.window;
  window.offset = window.limit = 0;
  const bool quiet = options.task == Task::quiet;
  window.count = quiet ? Count::estimated : Count::exact;
  const Matches matches = archive.read(
      [&](const Xapian::Database& database) { return match(database, query, window); });
  if (!quiet) {
    if (matches.relaxed) streams.err("kliping-search: " + relaxed_note(matches.complete));
    streams.out(fmt::format("{}\n", matches.total));
  }
  return found(matches.total);
}

ExitCode show(Archive& archive, const Options& options, const Streams& streams) {
  const std::string term = schema::identity_term(options.show_id);
  const auto article =
      archive.read([&](const Xapian::Database& database) -> std::optional<Article> {
        const auto posting = database.postlist_begin(term);
        if (posting == database.postlist_end(term)) return {};
        return load(database.get_document(*posting).get_data());
      });
  if (!article) {
    streams.err(fmt::format("kliping-search: note: no article has the id \"{}\"\n",
                            without_controls(options.show_id)));
    return ExitCode::nothing_or_skipped;
  }
  const bool json = options.format == Format::json || options.format == Format::jsonl;
  streams.out(json ? show_json(*article) : show_text(*article, streams.style));
  return ExitCode::success;
}

}  // namespace

ExitCode search(const Options& options, const Streams& streams) {
  Archive archive(options.databases, options.retries);
  if (options.task == Task::show) return show(archive, options, streams);
  if (options.task == Task::batch) return run_batch(archive, options, streams);
  const Node tree = parse(options.query, options, archive);
  const BuiltQuery query = build(tree, options, archive);
  if (options.task == Task::explain) {
    streams.out(explain_query(options.query, tree, query, archive.analyzer()));
    return ExitCode::success;
  }
  if (query.query.empty() && options.task != Task::quiet) {
    streams.err(fmt::format("kliping-search: {}", no_words_note));
  }
  if (options.task == Task::count || options.task == Task::quiet) {
    return count(archive, options, streams, query);
  }
  return print_page(archive, options, streams, query);
}

}  // namespace kliping::searcher
