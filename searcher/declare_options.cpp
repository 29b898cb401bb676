// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/declare_options.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <map>

#include "kliping/error.hpp"
#include "kliping/language.hpp"
#include "kliping/manual.hpp"
#include "query/field_names.hpp"
#include "searcher/option_texts.hpp"

namespace kliping::searcher {

namespace {

namespace text = option_text;

std::string long_name(const OptionText& option) {
  return std::string{option.names.substr(option.names.find("--"))};
}

/// A parser, and the words of the command line that it will parse. Declaring every option would
/// take a good part of the time of a search, so that usually only the mentioned ones are declared.
struct Target {
  CLI::App& app;
  Declared declared;
  std::span<const char* const> words;

  /// Whether an option is to be declared: all are, or a word has one of its names. Short names may
  /// be joined: `-lc`.
  bool wants(const OptionText& option) const { return wants(option.names); }

  bool wants(std::string_view names) const {
    if (declared == Declared::all) return true;
    while (!names.empty()) {
      const std::string_view name = names.substr(0, names.find(','));
      if (std::any_of(words.begin(), words.end(), [&](auto word) { return mentions(word, name); }))
        return true;
      names.remove_prefix(std::min(names.size(), name.size() + 1));
    }
    return false;
  }

 private:
  static bool mentions(std::string_view word, std::string_view name) {
    if (name.starts_with("--")) return word.starts_with(name);
    return word.starts_with('-') && word.find(name[1]) != std::string_view::npos;
  }
};

/// Declares an option whose value `take` understands; null if it is not wanted. If it is given
/// several times the last one counts, so that the options of an alias can be overruled.
CLI::Option* add_taken(Target& target, const OptionText& option,
                       std::function<void(const std::string&)> take) {
  if (!target.wants(option)) return nullptr;
  return target.app
      .add_option_function<std::string>(std::string{option.names}, std::move(take),
                                        std::string{option.help})
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast)
      ->option_text(std::string{option.value});
}

/// Tells completions what may follow an option, if it was declared.
void offer(CLI::Option* option, const std::vector<std::string>& words) {
  if (option != nullptr) manual::offer(*option, words);
}

/// An option whose value is a whole number that is not negative.
template <typename Number>
void add_number(Target& target, const OptionText& option, Number& value) {
  add_taken(target, option, [&value, option](const std::string& given) {
    const char* const end = given.data() + given.size();
    const auto [stop, fault] = std::from_chars(given.data(), end, value);
    if (fault == std::errc{} && stop == end) return;
    throw Error(message("{}: '{}' is not a whole number", long_name(option), given));
  });
}

CLI::Option* add_text(Target& target, const OptionText& option, std::string& value) {
  return add_taken(target, option, [&value](const std::string& given) { value = given; });
}

template <typename Value>
void add_choice(Target& target, const OptionText& option, Value& value,
                const std::map<std::string, Value>& choices) {
  std::vector<std::string> words;
  for (const auto& [choice, meaning] : choices) words.push_back(choice);
  CLI::Option* const declared =
      add_taken(target, option, [&value, choices, option, words](const std::string& given) {
        const auto found = choices.find(given);
        if (found != choices.end()) {
          value = found->second;
          return;
        }
        throw Error(message("{}: unknown value '{}'", long_name(option), given),
                    command::one_of(words));
      });
  offer(declared, words);
}

void add_when(Target& target, const OptionText& option, command::When& value) {
  add_choice<command::When>(target, option, value,
                            {{"auto", command::When::automatic},
                             {"always", command::When::always},
                             {"never", command::When::never}});
}

CLI::Option* add_list(Target& target, const OptionText& option, std::vector<std::string>& values) {
  if (!target.wants(option)) return nullptr;
  return target.app.add_option(std::string{option.names}, values, std::string{option.help})
      ->option_text(std::string{option.value})
      ->allow_extra_args(false);
}

/// Declares --lang for help alone: its value is read before any option is declared.
void add_language(Target& target) {
  offer(add_taken(target, language_text, [](const std::string&) {}), language::names());
}

void add_flag(Target& target, const OptionText& option, bool& value) {
  if (target.wants(option))
    target.app.add_flag(std::string{option.names}, value, std::string{option.help})
        ->disable_flag_override();
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

/// The orders of `--sort` that are no fields, and the fields that nearly every article has.
std::vector<std::string> orders() {
  return {"relevance", "date", "title", "source", "section", "author"};
}

std::vector<std::string> facet_names() {
  return {"source", "section", "author", "year", "month", "day"};
}

void declare_query(Target& target, Options& options, RawOptions& raw) {
  CLI::Option* const query = target.app.add_option("QUERY", raw.operands, std::string{text::query});
  manual::offer(*query->option_text(" "), query_beginnings());
  add_list(target, text::database, options.databases);
  add_list(target, text::expression, raw.expressions);
  add_choice<Operator>(
      target, text::op, options.op,
      {{"auto", Operator::automatic}, {"and", Operator::all}, {"or", Operator::any}});
  add_flag(target, text::literal, raw.literal);
  add_flag(target, text::exact, raw.exact);
  add_flag(target, text::no_synonyms, raw.no_synonyms);
  add_text(target, text::since, raw.since);
  add_text(target, text::until, raw.until);
  offer(add_list(target, text::filter, raw.filters), filter_beginnings());
}

void declare_page(Target& target, Options& options, RawOptions& raw) {
  add_number(target, text::limit, options.window.limit);
  add_number(target, text::offset, options.window.offset);
  add_flag(target, text::all, raw.all);
  offer(add_text(target, text::sort, raw.sort), orders());
  add_flag(target, text::reverse, raw.reverse);
  add_text(target, text::recency, raw.recency);
  offer(add_list(target, text::facet, raw.facets), facet_names());
  add_flag(target, text::facets_only, raw.facets_only);
  add_flag(target, text::no_collapse, raw.no_collapse);
  add_flag(target, text::collapse, raw.collapse);
}

void declare_output(Target& target, Options& options, RawOptions& raw) {
  add_choice<Format>(target, text::format, options.format,
                     {{"text", Format::text},
                      {"json", Format::json},
                      {"jsonl", Format::jsonl},
                      {"tsv", Format::tsv},
                      {"csv", Format::csv},
                      {"trec", Format::trec}});
  add_flag(target, text::json, raw.json);
  add_text(target, text::fields, raw.fields);
  add_flag(target, text::locators, raw.locators);
  add_flag(target, text::null, raw.nul);
  add_flag(target, text::count, raw.count);
  add_flag(target, text::quiet, raw.quiet);
  add_flag(target, text::print_summary, options.summary);
  add_number(target, text::snippet_length, options.snippet_length);
  add_when(target, text::color, options.color);
  add_when(target, text::hyperlink, options.hyperlink);
}

void declare_tasks(Target& target, Options& options, RawOptions& raw) {
  add_list(target, text::show, options.show_ids);
  add_text(target, text::highlight, options.highlight);
  add_text(target, text::similar, options.similar_id);
  add_flag(target, text::explain, options.explain);
  add_flag(target, text::explain_query, raw.explain_query);
  add_text(target, text::queries, options.queries_file);
  add_text(target, text::run_tag, options.run_tag);
  add_number(target, text::retries, options.archive.retries);
  add_number(target, text::timeout, raw.timeout_seconds);
  add_flag(target, text::require_all, raw.require_all);
  add_flag(target, text::verbose, options.verbose);
  add_language(target);
  add_text(target, generate_text, raw.generate);
  // Only completion scripts use it, so it is not in the help.
  if (target.wants(manual::completing_option)) {
    target.app.add_option(manual::completing_option, options.word_to_complete)->group("");
  }
  add_flag(target, text::version, raw.version);
}

}  // namespace

void declare_options(CLI::App& app, Options& options, RawOptions& raw, Declared declared,
                     std::span<const char* const> words) {
  Target target{app, declared, words};
  app.set_help_flag(std::string{help_text.names}, std::string{help_text.help});
  app.footer(std::string{text::footer});
  declare_query(target, options, raw);
  declare_page(target, options, raw);
  declare_output(target, options, raw);
  declare_tasks(target, options, raw);
}

}  // namespace kliping::searcher
