// SPDX-License-Identifier: GPL-3.0-or-later
#include "options.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <sstream>
#include <thread>

#include "kliping/command.hpp"
#include "kliping/error.hpp"
#include "option_texts.hpp"
#include "option_values.hpp"
#include "version.hpp"

namespace kliping::indexer {

namespace {

/// Options as CLI11 fills them: all text, so that what is wrong with a value is said in our words.
struct RawAdd {
  std::vector<std::string> inputs;
  std::vector<std::string> map;
  std::vector<std::string> set;
  std::string format = "auto";
  std::string identity = "auto";
  std::string max_size;
  std::string jobs;
  std::string memory;
  std::string dedup = "off";
  std::string max_errors;
  std::string wait_lock;
  std::string progress = "auto";
  bool null = false;
  bool force = false;
  bool no_bulk = false;
  bool quiet = false;
  bool verbose = false;
};

/// The parser and what it fills.
class Parser {
 public:
  Parser();
  Options parse(const std::vector<std::string>& arguments);

 private:
  CLI::App* add_verb(const VerbText& text);
  static CLI::Option* option(CLI::App* app, const OptionText& text, std::string& value);
  static void list(CLI::App* app, const OptionText& text, std::vector<std::string>& values);
  static void flag(CLI::App* app, const OptionText& text, bool& value);
  static void word_lists(CLI::App* app, ListFiles& files);
  void set_up_add();
  void set_up_small_verbs();
  AddOptions finish_add();
  Error explain(const CLI::ParseError& error) const;
  Error explain_extra(const CLI::App& app) const;

  CLI::App app_;
  CLI::App* add_verb_ = nullptr;
  CLI::App* info_verb_ = nullptr;
  CLI::App* stem_verb_ = nullptr;
  RawAdd raw_;
  AddOptions add_;
  InfoOptions info_;
  StemOptions stem_;
  TokensOptions tokens_;
  bool json_ = false;
  bool explain_ = false;
};

Parser::Parser() : app_(std::string{program_text.summary}, "kliping-index") {
  app_.footer(std::string{program_text.footer});
  app_.set_help_flag("-h,--help", "this text");
  app_.set_version_flag("-V,--version", version_text, "versions of everything that decides");
  app_.require_subcommand(0, 1);
  app_.get_formatter()->column_width(26);
  app_.failure_message([](const CLI::App*, const CLI::Error&) { return std::string{}; });
  set_up_add();
  set_up_small_verbs();
}

CLI::App* Parser::add_verb(const VerbText& text) {
  CLI::App* const verb = app_.add_subcommand(std::string{text.name}, std::string{text.summary});
  verb->footer(std::string{text.footer});
  return verb;
}

CLI::Option* Parser::option(CLI::App* app, const OptionText& text, std::string& value) {
  return app->add_option(std::string{text.names}, value, std::string{text.help})
      ->option_text(std::string{text.value})
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

void Parser::list(CLI::App* app, const OptionText& text, std::vector<std::string>& values) {
  app->add_option(std::string{text.names}, values, std::string{text.help})
      ->option_text(std::string{text.value})
      ->allow_extra_args(false);
}

void Parser::flag(CLI::App* app, const OptionText& text, bool& value) {
  app->add_flag(std::string{text.names}, value, std::string{text.help});
}

void Parser::word_lists(CLI::App* app, ListFiles& files) {
  option(app, list_text::exceptions, files.exceptions);
  option(app, list_text::protect, files.protect);
}

void Parser::set_up_add() {
  namespace t = add_text;
  CLI::App* const verb = add_verb_ = add_verb(t::verb);
  verb->add_option("INPUT", raw_.inputs, std::string{t::input})->option_text(" ");
  ReadOptions& read = add_.settings.read;
  option(verb, database_text, add_.database);
  option(verb, t::format, raw_.format);
  list(verb, t::map, raw_.map);
  option(verb, t::identity, raw_.identity);
  list(verb, t::set, raw_.set);
  list(verb, t::include, read.include);
  list(verb, t::exclude, read.exclude);
  option(verb, t::max_size, raw_.max_size);
  option(verb, t::encoding, read.encoding);
  word_lists(verb, add_.lists);
  option(verb, t::files_from, add_.files_from);
  flag(verb, t::null, raw_.null);
  option(verb, t::jobs, raw_.jobs);
  option(verb, t::memory, raw_.memory);
  option(verb, t::dedup, raw_.dedup);
  flag(verb, t::force, raw_.force);
  flag(verb, t::no_bulk, raw_.no_bulk);
  option(verb, t::max_errors, raw_.max_errors);
  option(verb, t::wait_lock, raw_.wait_lock);
  option(verb, t::progress, raw_.progress);
  option(verb, t::report, add_.report);
  flag(verb, t::quiet, raw_.quiet);
  flag(verb, t::verbose, raw_.verbose);
}

void Parser::set_up_small_verbs() {
  info_verb_ = add_verb(info_text::verb);
  option(info_verb_, database_text, info_.database);
  flag(info_verb_, info_text::json, json_);
  stem_verb_ = add_verb(stem_text::verb);
  stem_verb_->add_option("WORD", stem_.words, std::string{stem_text::word})->option_text(" ");
  flag(stem_verb_, stem_text::explain, explain_);
  word_lists(stem_verb_, stem_.lists);
  CLI::App* const tokens = add_verb(tokens_text::verb);
  tokens->add_option("FILE", tokens_.file, std::string{tokens_text::file})->option_text(" ");
  word_lists(tokens, tokens_.lists);
}

Options Parser::parse(const std::vector<std::string>& arguments) {
  command::refuse_empty_values(arguments);
  try {
    // CLI11 takes them from the back.
    app_.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::Success& asked_for_a_text) {
    std::ostringstream text;
    std::ostringstream unused;
    app_.exit(asked_for_a_text, text, unused);
    return ShowText{text.str()};
  } catch (const CLI::ParseError& error) {
    throw explain(error);
  }
  if (app_.get_subcommands().empty()) {
    throw Error("no command given", "kliping-index --help lists the commands");
  }
  const CLI::App* const verb = app_.get_subcommands().front();
  if (verb == add_verb_) return finish_add();
  if (verb == info_verb_) {
    if (verb->count("--db") > 0) info_.database = command::named_path(info_.database);
    if (json_) info_.output = InfoOptions::Output::json;
    return info_;
  }
  if (verb == stem_verb_) {
    if (explain_) stem_.detail = StemOptions::Detail::explanation;
    return stem_;
  }
  return tokens_;
}

AddOptions Parser::finish_add() {
  AddSettings& settings = add_.settings;
  ReadOptions& read = settings.read;
  if (add_verb_->count("--db") > 0) add_.database = command::named_path(add_.database);
  settings.inputs = raw_.inputs;
  read.format = parse_format(raw_.format);
  for (const std::string& pairs : raw_.map) {
    for (const std::string& pair : CLI::detail::split(pairs, ',')) {
      read.map.push_back(parse_assignment("--map", pair));
    }
  }
  for (const std::string& pair : raw_.set) read.set.push_back(parse_assignment("--set", pair));
  std::tie(read.identity, read.identity_field) = parse_identity(raw_.identity);
  if (!raw_.max_size.empty()) read.max_record_bytes = parse_size("--max-size", raw_.max_size);
  if (!raw_.memory.empty()) settings.memory_bytes = parse_size("--memory", raw_.memory);
  settings.jobs = raw_.jobs.empty()
                      ? std::max(1U, std::thread::hardware_concurrency())
                      : static_cast<unsigned>(parse_count("--jobs", raw_.jobs, 1, 256));
  if (!raw_.max_errors.empty()) {
    settings.max_errors = parse_count("--max-errors", raw_.max_errors, 1, 1'000'000'000);
  }
  if (!raw_.wait_lock.empty()) {
    add_.wait_for_lock =
        std::chrono::seconds(parse_count("--wait-lock", raw_.wait_lock, 0, 1'000'000'000));
  }
  if (raw_.dedup != "off") {
    throw Error(fmt::format("--dedup: unknown value '{}'", raw_.dedup),
                "this version knows only --dedup=off");
  }
  if (raw_.no_bulk) settings.writer = WriterRule::xapian;
  if (raw_.force) settings.unchanged = UnchangedRule::index_again;
  if (raw_.null) add_.separator = '\0';
  add_.progress = parse_when("--progress", raw_.progress);
  if (raw_.verbose) add_.verbosity = Verbosity::verbose;
  if (raw_.quiet) add_.verbosity = Verbosity::quiet;
  if (settings.inputs.empty() && add_.files_from.empty()) {
    throw Error("add: nothing to add", "name files or folders, or - for standard input");
  }
  return add_;
}

Error Parser::explain(const CLI::ParseError& error) const {
  const auto verbs = app_.get_subcommands();
  const CLI::App& app = verbs.empty() ? app_ : *verbs.front();
  if (dynamic_cast<const CLI::ExtrasError*>(&error)) return explain_extra(app);
  const std::string_view text = error.what();
  const std::string_view name = text.substr(0, text.find(':'));
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error)) {
    return Error(fmt::format("{}: needs a value", name));
  }
  return Error(fmt::format("{}: not a value for it", name));
}

Error Parser::explain_extra(const CLI::App& app) const {
  const std::vector<std::string> extras = app.remaining(true);
  const std::string extra = extras.empty() ? std::string{} : extras.front();
  const std::string word = extra.substr(0, extra.find('='));
  std::vector<std::string> candidates;
  std::string what;
  if (word.starts_with('-')) {
    what = fmt::format("unknown option {}", word);
    for (const CLI::Option* known : app.get_options()) {
      for (const auto& name : known->get_lnames()) candidates.push_back("--" + name);
    }
  } else if (&app == &app_) {
    what = fmt::format("unknown command '{}'", word);
    for (const CLI::App* verb : app.get_subcommands({})) candidates.push_back(verb->get_name());
  } else {
    what = fmt::format("{}: '{}' is one operand too many", app.get_name(), word);
  }
  const std::string meant = command::nearest(word, candidates);
  const std::string help =
      &app == &app_ ? "kliping-index --help lists the commands"
                    : fmt::format("kliping-index {} --help lists the options", app.get_name());
  return Error(what, meant.empty() ? help : fmt::format("did you mean {}?", meant));
}

}  // namespace

Options parse_options(const std::vector<std::string>& arguments) {
  return Parser().parse(arguments);
}

}  // namespace kliping::indexer
