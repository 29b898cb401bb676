// SPDX-License-Identifier: GPL-3.0-or-later
#include "options.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "kliping/command.hpp"
#include "kliping/error.hpp"
#include "kliping/manual.hpp"
#include "options/texts.hpp"
#include "options/verb_options.hpp"
#include "version.hpp"

namespace kliping::indexer {

namespace {

/// The program's command line: verbs, each with its options.
class Parser {
 public:
  Parser();
  Options parse(const std::vector<std::string>& arguments, std::size_t columns);

 private:
  const CLI::App& chosen() const;
  Error explain(const CLI::ParseError& error) const;
  Error explain_extra(const CLI::App& app) const;

  CLI::App app_;
  std::string generate_;
  std::vector<std::unique_ptr<VerbOptions>> verbs_;
};

Parser::Parser() : app_(std::string{program_text.summary}, "kliping-index") {
  app_.footer(std::string{program_text.footer});
  app_.set_help_flag(std::string{help_text.names}, std::string{help_text.help});
  app_.set_version_flag(std::string{program_version_text.names}, version_text,
                        std::string{program_version_text.help});
  declare_language(app_);
  app_.add_option(std::string{generate_text.names}, generate_, std::string{generate_text.help})
      ->option_text(std::string{generate_text.value});
  app_.require_subcommand(0, 1);
  app_.failure_message([](const CLI::App*, const CLI::Error&) { return std::string{}; });
  for (const auto declare :
       {declare_adding_verbs, declare_editing_verbs, declare_looking_verbs, declare_word_verbs}) {
    for (auto& verb : declare(app_)) verbs_.push_back(std::move(verb));
  }
}

/// The verb that was given, or the program.
const CLI::App& Parser::chosen() const {
  const auto verbs = app_.get_subcommands();
  return verbs.empty() ? app_ : *verbs.front();
}

Options Parser::parse(const std::vector<std::string>& arguments, std::size_t columns) {
  command::refuse_empty_values(arguments);
  try {
    // CLI11 takes them from the back.
    app_.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::CallForHelp&) {
    return ShowText{manual::help(chosen(), columns)};
  } catch (const CLI::CallForVersion&) {
    return ShowText{version_text() + '\n'};
  } catch (const CLI::ParseError& error) {
    throw explain(error);
  }
  if (!generate_.empty()) return ShowText{manual::generate(generate_, app_)};
  for (const auto& verb : verbs_) {
    if (verb->chosen()) {
      return verb->finish(fmt::format("kliping-index {}", fmt::join(arguments, " ")));
    }
  }
  throw Error(message("no command given"), message("kliping-index --help lists the commands"));
}

Error Parser::explain(const CLI::ParseError& error) const {
  const CLI::App& app = chosen();
  if (dynamic_cast<const CLI::ExtrasError*>(&error)) return explain_extra(app);
  const std::string_view text = error.what();
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error)) {
    return Error(command::unfit_number_of_values(text));
  }
  return Error(message("{}: not a value for it", text.substr(0, text.find(':'))));
}

Error Parser::explain_extra(const CLI::App& app) const {
  const std::vector<std::string> extras = app.remaining(true);
  const std::string extra = extras.empty() ? std::string{} : extras.front();
  const std::string word = extra.substr(0, extra.find('='));
  std::vector<std::string> candidates;
  Message what;
  if (word.starts_with('-')) {
    what = message("unknown option {}", word);
    for (const CLI::Option* known : app.get_options()) {
      for (const auto& name : known->get_lnames()) candidates.push_back("--" + name);
    }
  } else if (&app == &app_) {
    what = message("unknown command '{}'", word);
    for (const CLI::App* verb : app.get_subcommands({})) candidates.push_back(verb->get_name());
  } else {
    what = message("{}: '{}' is one operand too many", app.get_name(), word);
  }
  const std::string meant = command::nearest(word, candidates);
  if (!meant.empty()) return Error(what, message("did you mean {}?", meant));
  return Error(what, &app == &app_
                         ? message("kliping-index --help lists the commands")
                         : message("kliping-index {} --help lists the options", app.get_name()));
}

}  // namespace

Options parse_options(const std::vector<std::string>& arguments, std::size_t columns) {
  return Parser().parse(arguments, columns);
}

}  // namespace kliping::indexer
