// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/declare_options.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <charconv>
#include <map>

#include "kliping/error.hpp"
#include "kliping/manual.hpp"
#include "query/field_names.hpp"
#include "searcher/option_texts.hpp"

namespace kliping::searcher {

namespace {

namespace text = option_text;

std::string long_name(const OptionText& option) {
  return std::string{option.names.substr(option.names.find("--"))};
}

/// An option whose value `take` understands. Given again, the last one counts: an alias can be
/// overruled.
CLI::Option* add_taken(CLI::App& app, const OptionText& option,
                       std::function<void(const std::string&)> take) {
  return app
      .add_option_function<std::string>(std::string{option.names}, std::move(take),
                                        std::string{option.help})
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast)
      ->option_text(std::string{option.value});
}

/// A whole number that is not negative.
template <typename Number>
void add_number(CLI::App& app, const OptionText& option, Number& value) {
  add_taken(app, option, [&value, option](const std::string& given) {
    const char* const end = given.data() + given.size();
    const auto [stop, fault] = std::from_chars(given.data(), end, value);
    if (fault == std::errc{} && stop == end) return;
    throw Error(fmt::format("{}: '{}' is not a whole number", long_name(option), given));
  });
}

void add_text(CLI::App& app, const OptionText& option, std::string& value) {
  add_taken(app, option, [&value](const std::string& given) { value = given; });
}

template <typename Value>
void add_choice(CLI::App& app, const OptionText& option, Value& value,
                const std::map<std::string, Value>& choices) {
  std::vector<std::string> words;
  for (const auto& [choice, meaning] : choices) words.push_back(choice);
  CLI::Option* const declared =
      add_taken(app, option, [&value, choices, option, words](const std::string& given) {
        const auto found = choices.find(given);
        if (found != choices.end()) {
          value = found->second;
          return;
        }
        throw Error(fmt::format("{}: unknown value '{}'", long_name(option), given),
                    fmt::format("one of {}", fmt::join(words, ", ")));
      });
  manual::offer(*declared, words);
}

void add_when(CLI::App& app, const OptionText& option, command::When& value) {
  add_choice<command::When>(app, option, value,
                            {{"auto", command::When::automatic},
                             {"always", command::When::always},
                             {"never", command::When::never}});
}

CLI::Option* add_list(CLI::App& app, const OptionText& option, std::vector<std::string>& values) {
  return app.add_option(std::string{option.names}, values, std::string{option.help})
      ->option_text(std::string{option.value})
      ->allow_extra_args(false);
}

void add_flag(CLI::App& app, const OptionText& option, bool& value) {
  app.add_flag(std::string{option.names}, value, std::string{option.help});
}

/// `judul:`, `sumber:`, …
std::vector<std::string> query_beginnings() {
  std::vector<std::string> words;
  for (const schema::FieldInfo& field : schema::fields) {
    if (is_searchable(field.field)) words.push_back(fmt::format("{}:", field.indonesian));
  }
  return words;
}

/// `source=`, `section=`, …
std::vector<std::string> filter_beginnings() {
  std::vector<std::string> words;
  for (const schema::FieldInfo& field : schema::fields) {
    if (is_filter(field.field)) words.push_back(fmt::format("{}=", field.name));
  }
  return words;
}

void declare_query(CLI::App& app, Options& options, RawOptions& raw) {
  CLI::Option* const query = app.add_option("QUERY", raw.operands, std::string{text::query});
  manual::offer(*query->option_text(" "), query_beginnings());
  add_list(app, text::database, options.databases);
  add_list(app, text::expression, raw.expressions);
  add_choice<Operator>(
      app, text::op, options.op,
      {{"auto", Operator::automatic}, {"and", Operator::all}, {"or", Operator::any}});
  add_flag(app, text::literal, raw.literal);
  add_flag(app, text::exact, raw.exact);
  add_flag(app, text::no_synonyms, raw.no_synonyms);
  add_text(app, text::since, raw.since);
  add_text(app, text::until, raw.until);
  manual::offer(*add_list(app, text::filter, raw.filters), filter_beginnings());
}

void declare_page(CLI::App& app, Options& options, RawOptions& raw) {
  add_number(app, text::limit, options.window.limit);
  add_number(app, text::offset, options.window.offset);
  add_flag(app, text::all, raw.all);
  add_text(app, text::sort, raw.sort);
  add_flag(app, text::reverse, raw.reverse);
  add_text(app, text::recency, raw.recency);
  add_list(app, text::facet, raw.facets);
  add_flag(app, text::facets_only, raw.facets_only);
  add_flag(app, text::no_collapse, raw.no_collapse);
  add_flag(app, text::collapse, raw.collapse);
}

void declare_output(CLI::App& app, Options& options, RawOptions& raw) {
  add_choice<Format>(app, text::format, options.format,
                     {{"text", Format::text},
                      {"json", Format::json},
                      {"jsonl", Format::jsonl},
                      {"tsv", Format::tsv},
                      {"csv", Format::csv},
                      {"trec", Format::trec}});
  add_flag(app, text::json, raw.json);
  add_text(app, text::fields, raw.fields);
  add_flag(app, text::locators, raw.locators);
  add_flag(app, text::null, raw.nul);
  add_flag(app, text::count, raw.count);
  add_flag(app, text::quiet, raw.quiet);
  add_flag(app, text::print_summary, options.summary);
  add_number(app, text::snippet_length, options.snippet_length);
  add_when(app, text::color, options.color);
  add_when(app, text::hyperlink, options.hyperlink);
}

void declare_tasks(CLI::App& app, Options& options, RawOptions& raw) {
  add_list(app, text::show, options.show_ids);
  add_text(app, text::highlight, options.highlight);
  add_text(app, text::similar, options.similar_id);
  add_flag(app, text::explain, options.explain);
  add_flag(app, text::explain_query, raw.explain_query);
  add_text(app, text::queries, options.queries_file);
  add_text(app, text::run_tag, options.run_tag);
  add_number(app, text::retries, options.archive.retries);
  add_number(app, text::timeout, raw.timeout_seconds);
  add_flag(app, text::require_all, raw.require_all);
  add_flag(app, text::verbose, options.verbose);
  add_text(app, text::generate, raw.generate);
  add_flag(app, text::version, raw.version);
}

}  // namespace

void declare_options(CLI::App& app, Options& options, RawOptions& raw) {
  app.set_help_flag(std::string{text::help.names}, std::string{text::help.help});
  app.footer(std::string{text::footer});
  app.get_formatter()->column_width(26);
  declare_query(app, options, raw);
  declare_page(app, options, raw);
  declare_output(app, options, raw);
  declare_tasks(app, options, raw);
}

}  // namespace kliping::searcher
