// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <functional>

#include "kliping/command.hpp"
#include "search/article_fields.hpp"
#include "search/article_terms.hpp"
#include "search/field_order.hpp"
#include "search/matcher.hpp"
#include "search/snippet.hpp"
#include "search/suggestion.hpp"
#include "text/printable.hpp"

namespace kliping::searcher {

namespace {

/// Hits are written as soon as they have so many bytes.
constexpr std::size_t flush_bytes = 1 << 20;

Message relaxed_note(std::size_t complete) {
  if (complete == 0) return message("no article has all words; these have some of them");
  return counted(complete, "only {} article has all words; after it come those with some of them",
                 "only {} articles have all words; after them come those with some of them",
                 complete);
}

std::unique_ptr<Renderer> renderer_for(const Options& options, const Streams& streams) {
  const auto field = [&] { return options.fields.empty() ? "" : options.fields.front(); };
  if (options.task == Task::locators) return locator_renderer(field(), options.terminator);
  switch (options.format) {
    case Format::json:
    case Format::jsonl:
      return json_renderer(options.format, options.fields, options.terminator);
    case Format::tsv:
    case Format::csv:
      if (options.task == Task::facets)
        return facet_table_renderer(options.format, options.terminator);
      return table_renderer(options.format, options.fields, options.terminator);
    default:
      return text_renderer(streams.style);
  }
}

/// Records without what would steer a terminal; a file or a pipe gets every byte.
std::string fit_for(const Streams& streams, const Options& options, std::string&& bytes) {
  const bool text = options.format == Format::text && options.task != Task::locators;
  if (streams.style.width == 0 || text) return std::move(bytes);
  const bool json = options.format == Format::json || options.format == Format::jsonl;
  return harmless(bytes,
                  json && options.task != Task::locators ? Escape::json : Escape::question_mark);
}

void tell_correction(const Streams& streams, const std::string& corrected) {
  if (corrected.empty()) return;
  streams.err(fmt::format("kliping-search: Maksud Anda: {}?\n", one_line(corrected)));
}

/// Makes and prints a page. If the databases change meanwhile, everything is done again except for
/// the hits that are already written.
class Page {
 public:
  Page(const Options& options, const Streams& streams, const Node& tree, const BuiltQuery& query,
       Analyzer analyzer)
      : options_(options),
        streams_(streams),
        tree_(tree),
        query_(query),
        renderer_(renderer_for(options, streams)),
        analyzer_(std::move(analyzer)),
        snippets_(query.wanted, options.snippet_length, analyzer_) {}

  void read(const Searched& searched) {
    const Xapian::Database& database = searched.database;
    written_ = ids_;
    std::sort(written_.begin(), written_.end());
    if (written_.empty()) renderer_ = renderer_for(options_, streams_);
    pending_ = written_.empty() ? renderer_->begin() : std::string{};
    pending_ids_.clear();
    absent_fields_ = options_.fields;
    if (!options_.window.order_field.empty()) absent_fields_.push_back(options_.window.order_field);
    matches_ = match(searched, query_, options_.window);
    corrected_ = correction(options_.query, tree_, options_.op, database, matches_, analyzer_);
    if (options_.task != Task::facets) add_hits(database);
  }

  const Matches& matches() const { return matches_; }
  /// The corrected query, or "".
  const std::string& corrected() const { return corrected_; }
  /// Fields that were asked for, to print or to sort by, and that no hit has.
  const std::vector<std::string>& absent_fields() const { return absent_fields_; }

  /// Prints what follows the hits.
  void finish(const Archive& archive, std::chrono::steady_clock::time_point start) {
    for (const FacetRequest& request : options_.facets) {
      pending_ += renderer_->facet(facet_of(request, matches_.values));
    }
    const std::chrono::duration<double, std::milli> elapsed =
        std::chrono::steady_clock::now() - start;
    if (options_.summary) {
      pending_ += renderer_->summary({options_.query, query_.query.get_description(), corrected_,
                                      matches_.relaxed, archive.is_partial(), matches_.total,
                                      matches_.relaxed ? matches_.complete : matches_.total,
                                      elapsed.count()});
    }
    pending_ += renderer_->end();
    flush();
  }

 private:
  void add_hits(const Xapian::Database& database) {
    const auto parts = options_.explain ? explain_scores(database, matches_)
                                        : std::map<Xapian::docid, std::vector<ScorePart>>{};
    const bool extracts =
        options_.task == Task::page && shows_extract(options_.format, options_.fields);
    for (const Match& m : matches_.page) {
      ExplainedHit hit{hit_of(database, m)};
      const std::size_t id = std::hash<std::string>{}(hit.article.id);
      if (std::binary_search(written_.begin(), written_.end(), id)) continue;
      if (extracts) {
        ArticleTerms terms(database, m.document);
        hit.extract = snippets_.extract(hit.article,
                                        [&](const std::string& term) { return terms.has(term); });
      }
      if (const auto found = parts.find(m.document); found != parts.end()) {
        hit.parts = with_age(found->second, m.score);
      }
      note_fields(hit.article);
      pending_ += renderer_->hit(hit);
      pending_ids_.push_back(id);
      if (pending_.size() >= flush_bytes) flush();
    }
  }

  /// Adds the loss by age as a part of its own, so that the parts add up to the score.
  std::vector<ScorePart> with_age(std::vector<ScorePart> parts, double score) const {
    double sum = 0;
    for (const ScorePart& part : parts) sum += part.weight;
    if (options_.window.recency) parts.push_back({"age", score - sum});
    return parts;
  }

  void note_fields(const Article& article) {
    std::erase_if(absent_fields_, [&](const std::string& name) {
      return is_output_field(name) || !field_text(article, name).empty();
    });
  }

  void flush() {
    streams_.out(fit_for(streams_, options_, std::move(pending_)));
    pending_.clear();
    ids_.insert(ids_.end(), pending_ids_.begin(), pending_ids_.end());
    pending_ids_.clear();
  }

  const Options& options_;
  const Streams& streams_;
  const Node& tree_;
  const BuiltQuery& query_;
  std::unique_ptr<Renderer> renderer_;
  Analyzer analyzer_;
  SnippetMaker snippets_;
  Matches matches_;
  std::string corrected_;
  std::string pending_;
  /// Hashes of identities: of the pending hits; of the written ones; and, sorted, of those that
  /// were written before everything was done again.
  std::vector<std::size_t> pending_ids_;
  std::vector<std::size_t> ids_;
  std::vector<std::size_t> written_;
  std::vector<std::string> absent_fields_;
};

void tell_absent_fields(const Streams& streams, const Page& page) {
  if (page.matches().page.empty()) return;
  for (const std::string& name : page.absent_fields()) {
    const std::string meant = command::nearest(name, output_field_names());
    const std::string shown = one_line(name);
    streams.note(meant.empty()
                     ? message("no article here has a field \"{}\"", shown)
                     : message("no article here has a field \"{}\"; is it {}?", shown, meant));
  }
}

/// A table has no column for near-duplicates unless it was asked for, so their number is a note.
void tell_collapsed(const Options& options, const Streams& streams, const Page& page) {
  const bool table = options.format == Format::tsv || options.format == Format::csv;
  const bool told = std::any_of(
      options.fields.begin(), options.fields.end(),
      [](const std::string& name) { return name == "duplicates" || name == "duplicate_ids"; });
  std::size_t collapsed = 0;
  for (const Match& m : page.matches().page) collapsed += m.duplicates.size();
  if (!table || told || collapsed == 0) return;
  streams.note(counted(collapsed, "{} near-duplicate is collapsed; --no-collapse shows it",
                       "{} near-duplicates are collapsed; --no-collapse shows them", collapsed));
}

ExitCode found(std::size_t matches) {
  return matches > 0 ? ExitCode::success : ExitCode::nothing_or_skipped;
}

}  // namespace

ExitCode print_page(Archive& archive, const Options& options, const Streams& streams,
                    const Node& tree, const BuiltQuery& query) {
  const auto start = std::chrono::steady_clock::now();
  Page page(options, streams, tree, query, archive.analyzer());
  archive.read([&](const Xapian::Database& database) { page.read({database, archive.place()}); });
  if (page.matches().relaxed) {
    streams.note(relaxed_note(page.matches().complete));
  }
  tell_correction(streams, page.corrected());
  tell_absent_fields(streams, page);
  tell_collapsed(options, streams, page);
  page.finish(archive, start);
  return found(page.matches().total);
}

ExitCode print_count(Archive& archive, const Options& options, const Streams& streams,
                     const Node& tree, const BuiltQuery& query) {
  Window window = options.window;
  window.offset = window.limit = 0;
  const bool quiet = options.task == Task::quiet;
  window.count = quiet ? Count::estimated : Count::exact;
  Matches matches;
  std::string corrected;
  const Analyzer analyzer = archive.analyzer();
  archive.read([&](const Xapian::Database& database) {
    matches = match({database, archive.place()}, query, window);
    if (!quiet)
      corrected = correction(options.query, tree, options.op, database, matches, analyzer);
  });
  if (!quiet) {
    tell_correction(streams, corrected);
    if (matches.relaxed) streams.note(relaxed_note(matches.complete));
    streams.out(fmt::format("{}\n", matches.total));
  }
  return found(matches.total);
}

}  // namespace kliping::searcher
