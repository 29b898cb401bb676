// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/options.hpp"

#include <fmt/format.h>
#include <xapian.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <initializer_list>
#include <limits>
#include <optional>

#include "kliping/analysis/analyzer.hpp"
#include "kliping/analysis/stemmer.hpp"
#include "kliping/error.hpp"
#include "kliping/manual.hpp"
#include "searcher/declare_options.hpp"
#include "searcher/option_texts.hpp"
#include "searcher/option_values.hpp"

namespace kliping::searcher {

namespace {

Message usage_hint() {
  return message("kliping-search --help shows what there is");
}

std::string version_text() {
  return fmt::format("kliping-search {}\nXapian {}\nlexicon {}\nanalysis {}\n", KLIPING_VERSION,
                     Xapian::version_string(), lexicon_fingerprint(), Analyzer().fingerprint());
}

Task task_of(const Options& options, const RawOptions& raw) {
  if (!options.word_to_complete.empty()) return Task::complete;
  if (!options.show_ids.empty()) return Task::show;
  if (!options.queries_file.empty()) return Task::batch;
  if (raw.explain_query) return Task::explain;
  if (raw.quiet) return Task::quiet;
  if (raw.count) return Task::count;
  if (raw.locators) return Task::locators;
  return raw.facets_only ? Task::facets : Task::page;
}

bool is_one_of(Format format, std::initializer_list<Format> formats) {
  return std::find(formats.begin(), formats.end(), format) != formats.end();
}

void check_similar(const Options& options) {
  if (!options.query.empty()) {
    throw Error(message("--similar takes no query"),
                message("--filter, --since and --until narrow it down"));
  }
  const bool other = options.task == Task::show || options.task == Task::batch;
  if (other || options.task == Task::explain) {
    throw Error(message("--similar goes with a list of articles"));
  }
}

/// A page collapses because it says what stands behind its hits; lists for programs have every
/// article.
Collapse collapse_of(const Options& options, const RawOptions& raw) {
  const bool collapses = raw.collapse || (options.task == Task::page && !raw.no_collapse);
  return collapses ? Collapse::on : Collapse::off;
}

/// Refuses options that contradict one another.
void check_task(const Options& options, const RawOptions& raw) {
  const bool asked = !options.query.empty() || !options.filters.empty() ||
                     options.dates != DateRange{} || options.task == Task::facets ||
                     !options.similar_id.empty();
  if (options.task == Task::complete) return;
  const bool own_query = options.task == Task::show || options.task == Task::batch;
  if (!own_query && !asked) throw Error(message("no query"), usage_hint());
  if (own_query && !options.query.empty()) {
    throw Error(options.task == Task::show ? message("--show takes no query")
                                           : message("--queries takes no query"));
  }
  if (own_query && (raw.count || raw.locators || raw.quiet)) {
    throw Error(options.task == Task::show ? message("--show goes with none of -c, -l and -q")
                                           : message("--queries goes with none of -c, -l and -q"));
  }
  if (!options.similar_id.empty()) check_similar(options);
  if (raw.collapse && raw.no_collapse)
    throw Error(message("--collapse or --no-collapse, not both"));
  const bool lists =
      options.task == Task::page || options.task == Task::locators || options.task == Task::batch;
  if (raw.collapse && !lists) throw Error(message("--collapse goes with a list of articles"));
  if (!options.highlight.empty() && options.task != Task::show) {
    throw Error(message("--highlight goes with --show"));
  }
  if (options.window.recency && options.window.order != Order::relevance) {
    throw Error(message("--recency goes with --sort=relevance"));
  }
  const bool page = options.task == Task::page || options.task == Task::facets;
  if (raw.facets_only && options.facets.empty()) {
    throw Error(message("--facets-only goes with --facet"), message("--facet=source --facet=year"));
  }
  if (!options.facets.empty() && !page) throw Error(message("--facet goes with a page of hits"));
}

void check_output(const Options& options, const RawOptions& raw) {
  const Format format = options.format;
  if ((format == Format::trec) != (options.task == Task::batch)) {
    throw Error(message("--queries and --format=trec go together"));
  }
  const bool text = is_one_of(format, {Format::text, Format::trec});
  if (options.task == Task::locators && options.fields.size() > 1) {
    throw Error(message("-l prints one field"), message("-l --fields=file"));
  }
  if (!options.fields.empty() && text && options.task != Task::locators) {
    throw Error(message("--fields needs a format with fields"),
                message("--format=jsonl, json, tsv or csv"));
  }
  const bool records = is_one_of(format, {Format::text, Format::json, Format::jsonl});
  const bool page = options.task == Task::page;
  if (options.summary && (!records || !(page || options.task == Task::facets))) {
    throw Error(message("--summary goes with a page of text, json or jsonl"));
  }
  if (options.explain && (!records || !page)) {
    throw Error(message("--explain goes with a page of text, json or jsonl"));
  }
  if (!options.facets.empty() && !records && page) {
    throw Error(message("a table holds hits or counts, not both"), message("add --facets-only"));
  }
  if (options.task == Task::show && !records) {
    throw Error(message("--show prints text, json or jsonl"));
  }
  const bool lines = is_one_of(format, {Format::jsonl, Format::tsv, Format::csv});
  if (raw.nul && options.task != Task::locators && !lines) {
    throw Error(message("-0 goes with -l, tsv, csv or jsonl"));
  }
}

void understand_flags(Options& options, const RawOptions& raw) {
  if (raw.json) options.format = Format::jsonl;
  if (raw.literal) options.syntax = Syntax::literal;
  if (raw.exact) options.forms = Forms::exact;
  if (raw.no_synonyms) options.synonyms = Synonyms::unused;
  if (raw.reverse) options.window.direction = Direction::reversed;
  if (raw.all) options.window.limit = std::numeric_limits<std::size_t>::max();
  if (raw.nul) options.terminator = '\0';
  if (raw.require_all) options.archive.absence = Absence::refused;
  if (options.summary) options.window.count = Count::exact;
}

Options understand(Options&& options, const RawOptions& raw) {
  std::vector<std::string> query = raw.expressions;
  query.insert(query.end(), raw.operands.begin(), raw.operands.end());
  options.query = fmt::format("{}", fmt::join(query, " "));
  understand_flags(options, raw);
  for (std::string& path : options.databases) path = command::named_path(std::move(path));
  options.fields = understand_fields(raw.fields);
  options.dates = understand_dates(raw.since, raw.until, options.today);
  for (const std::string& filter : raw.filters)
    options.filters.push_back(understand_filter(filter));
  understand_sort(raw.sort, options.window);
  if (!raw.recency.empty()) {
    options.window.recency = Recency{understand_half_life(raw.recency), end_of(options.today)};
  }
  for (const std::string& facet : raw.facets) options.facets.push_back(understand_facet(facet));
  options.window.counted = slots_of(options.facets);
  options.archive.timeout = understand_timeout(raw.timeout_seconds);
  options.task = task_of(options, raw);
  options.window.collapse = collapse_of(options, raw);
  check_task(options, raw);
  check_output(options, raw);
  return std::move(options);
}

/// The error for an unknown option. `-word` may be meant as an exclusion in the query.
Error unknown_option(const CLI::App& app, const std::string& word) {
  const std::string name = word.substr(0, word.find('='));
  if (name.size() > 2 && name[1] != '-') {
    return Error(message("unknown option {}", name),
                 message("a query with -word goes after -e, as one argument, or after --"));
  }
  std::vector<std::string> names;
  for (const CLI::Option* known : app.get_options()) {
    for (const auto& long_name : known->get_lnames()) names.push_back("--" + long_name);
  }
  const std::string meant = command::nearest(name, names);
  return Error(message("unknown option {}", name),
               meant.empty() ? usage_hint() : message("did you mean {}?", meant));
}

/// CLI11's errors in this program's words.
Error usage_error(const CLI::App& app, const CLI::ParseError& error) {
  if (dynamic_cast<const CLI::ExtrasError*>(&error)) {
    for (const std::string& word : app.remaining()) {
      if (word.size() > 1 && word.front() == '-') return unknown_option(app, word);
    }
  }
  const std::string text = error.what();
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error)) {
    return Error(command::unfit_number_of_values(text), usage_hint());
  }
  return Error(Message::verbatim(text), usage_hint());
}

struct CommandLine {
  CLI::App app{std::string{option_text::summary}, "kliping-search"};
  Options options;
  RawOptions raw;

  CommandLine(Declared declared, std::span<const char* const> words, Today today) {
    options.today = today;
    declare_options(app, options, raw, declared, words);
  }
};

using Parsed = std::variant<Options, std::string>;

/// Understands a command line with the options that it mentions. Nothing if it has a fault or asks
/// for help: then the parser has to know all options.
std::optional<Parsed> parse_plain(int argc, const char* const* argv, Today today) {
  CommandLine line(Declared::mentioned, {argv + 1, argv + argc}, today);
  try {
    line.app.parse(argc, argv);
  } catch (const CLI::ParseError&) {
    return std::nullopt;
  }
  if (line.raw.version) return version_text();
  if (!line.raw.generate.empty()) return std::nullopt;
  return understand(std::move(line.options), line.raw);
}

}  // namespace

std::variant<Options, std::string> parse_options(int argc, const char* const* argv, Today today,
                                                 std::size_t columns) {
  command::refuse_empty_values({argv + 1, argv + argc});
  if (auto plain = parse_plain(argc, argv, today)) return std::move(*plain);
  CommandLine line(Declared::all, {argv + 1, argv + argc}, today);
  try {
    line.app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return manual::help(line.app, columns);
  } catch (const CLI::ParseError& error) {
    throw usage_error(line.app, error);
  }
  if (line.raw.version) return version_text();
  if (!line.raw.generate.empty()) return manual::generate(line.raw.generate, line.app);
  return understand(std::move(line.options), line.raw);
}

}  // namespace kliping::searcher
