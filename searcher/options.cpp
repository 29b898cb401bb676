// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/options.hpp"

#include <fmt/format.h>
#include <xapian.h>

#include <CLI/CLI.hpp>

#include "kliping/analysis/analyzer.hpp"
#include "kliping/analysis/stemmer.hpp"
#include "kliping/error.hpp"
#include "searcher/declare_options.hpp"
#include "searcher/option_texts.hpp"
#include "searcher/option_values.hpp"

namespace kliping::searcher {

namespace {

constexpr const char* usage_hint = "kliping-search --help shows what there is";

std::string version_text() {
  return fmt::format("kliping-search {}\nXapian {}\nlexicon {}\nanalysis {}\n", KLIPING_VERSION,
                     Xapian::version_string(), lexicon_fingerprint(), Analyzer().fingerprint());
}

std::string joined(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, " "));
}

Task task_of(const Options& options, const RawOptions& raw, const CLI::App& app) {
  if (app.count("--show") > 0) return Task::show;
  if (!options.queries_file.empty()) return Task::batch;
  if (raw.explain_query) return Task::explain;
  if (raw.quiet) return Task::quiet;
  if (raw.count) return Task::count;
  return raw.locators ? Task::locators : Task::page;
}

/// What contradicts itself is refused, not guessed at.
void check(const Options& options, const RawOptions& raw) {
  const bool asked =
      !options.query.empty() || !options.filters.empty() || options.dates != DateRange{};
  const bool own_query = options.task == Task::show || options.task == Task::batch;
  if (!own_query && !asked) throw Error("no query", usage_hint);
  if (own_query && !options.query.empty()) {
    throw Error(options.task == Task::show ? "--show takes no query" : "--queries takes no query");
  }
  if ((options.format == Format::trec) != (options.task == Task::batch)) {
    throw Error("--queries and --format=trec go together");
  }
  const bool text = options.format == Format::text || options.format == Format::trec;
  if (!options.fields.empty() && text) {
    throw Error("--fields needs a format with fields", "--format=jsonl, json, tsv or csv");
  }
  const bool records = options.format == Format::text || options.format == Format::json ||
                       options.format == Format::jsonl;
  if (options.summary && (!records || options.task != Task::page)) {
    throw Error("--summary goes with a page of text, json or jsonl");
  }
  if (raw.nul && !raw.locators) throw Error("-0 goes with -l");
}

Options understand(Options&& options, const RawOptions& raw, const CLI::App& app) {
  std::vector<std::string> query = raw.expressions;
  query.insert(query.end(), raw.operands.begin(), raw.operands.end());
  options.query = joined(query);
  if (raw.json) options.format = Format::jsonl;
  if (raw.literal) options.language = Language::literal;
  if (raw.exact) options.forms = Forms::exact;
  if (raw.reverse) options.window.direction = Direction::reversed;
  if (raw.all) options.window.limit = std::numeric_limits<std::size_t>::max();
  if (raw.nul) options.terminator = '\0';
  if (options.summary) options.window.count = Count::exact;
  for (std::string& path : options.databases) path = command::named_path(std::move(path));
  options.fields = split_list(raw.fields);
  options.dates = understand_dates(raw.since, raw.until);
  for (const std::string& filter : raw.filters)
    options.filters.push_back(understand_filter(filter));
  options.task = task_of(options, raw, app);
  check(options, raw);
  return std::move(options);
}

/// A word that looks like options in a row may be meant as an exclusion.
Error unknown_option(const CLI::App& app, const std::string& word) {
  const std::string name = word.substr(0, word.find('='));
  if (name.size() > 2 && name[1] != '-') {
    return Error(fmt::format("unknown option {}", name),
                 "a query with -word goes after -e, as one argument, or after --");
  }
  std::vector<std::string> names;
  for (const CLI::Option* known : app.get_options()) {
    for (const auto& long_name : known->get_lnames()) names.push_back("--" + long_name);
  }
  const std::string meant = command::nearest(name, names);
  return Error(fmt::format("unknown option {}", name),
               meant.empty() ? usage_hint : fmt::format("did you mean {}?", meant));
}

/// CLI11's faults in this program's words.
Error usage_error(const CLI::App& app, const CLI::ParseError& error) {
  if (dynamic_cast<const CLI::ExtrasError*>(&error)) {
    for (const std::string& word : app.remaining()) {
      if (word.size() > 1 && word.front() == '-') return unknown_option(app, word);
    }
  }
  const std::string text = error.what();
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error)) {
    return Error(text.substr(0, text.find(':')) + ": needs a value", usage_hint);
  }
  return Error(text, usage_hint);
}

}  // namespace

std::variant<Options, std::string> parse_options(int argc, const char* const* argv) {
  CLI::App app{std::string{option_text::summary}, "kliping-search"};
  Options options;
  RawOptions raw;
  declare_options(app, options, raw);
  command::refuse_empty_values({argv + 1, argv + argc});
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return app.help();
  } catch (const CLI::ParseError& error) {
    throw usage_error(app, error);
  }
  if (raw.version) return version_text();
  return understand(std::move(options), raw, app);
}

}  // namespace kliping::searcher
