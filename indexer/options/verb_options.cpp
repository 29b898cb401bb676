// SPDX-License-Identifier: GPL-3.0-or-later
#include "verb_options.hpp"

#include "kliping/language.hpp"
#include "kliping/manual.hpp"
#include "values.hpp"

namespace kliping::indexer {

namespace {

constexpr std::uint64_t longest_wait_seconds = 1'000'000'000;

}  // namespace

void declare_language(CLI::App& app) {
  CLI::Option* const option = app.add_option_function<std::string>(
      std::string{language_text.names}, [](const std::string&) {}, std::string{language_text.help});
  option->option_text(std::string{language_text.value})
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  manual::offer(*option, language::names());
}

VerbOptions::VerbOptions(CLI::App& program, const VerbText& text)
    : verb_(*program.add_subcommand(std::string{text.name}, std::string{text.summary})) {
  verb_.footer(std::string{text.footer});
  verb_.set_help_flag(std::string{help_text.names}, std::string{help_text.help});
  declare_language(verb_);
}

void VerbOptions::operands(const OperandText& text, std::vector<std::string>& values) {
  verb_.add_option(std::string{text.name}, values, std::string{text.help})->option_text(" ");
}

void VerbOptions::operand(const OperandText& text, std::string& value) {
  verb_.add_option(std::string{text.name}, value, std::string{text.help})->option_text(" ");
}

void VerbOptions::option(const OptionText& text, std::string& value,
                         const std::vector<std::string>& words) {
  CLI::Option* const option =
      verb_.add_option(std::string{text.names}, value, std::string{text.help});
  option->option_text(std::string{text.value})
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  manual::offer(*option, words);
}

void VerbOptions::list(const OptionText& text, std::vector<std::string>& values,
                       const std::vector<std::string>& words) {
  CLI::Option* const option =
      verb_.add_option(std::string{text.names}, values, std::string{text.help});
  option->option_text(std::string{text.value})->allow_extra_args(false);
  manual::offer(*option, words);
}

void VerbOptions::flag(const OptionText& text, bool& value) {
  verb_.add_flag(std::string{text.names}, value, std::string{text.help})->disable_flag_override();
}

std::string VerbOptions::finish_database() const {
  const CLI::Option* const option = verb_.get_option_no_throw("--db");
  return option && option->count() > 0 ? command::named_path(database_) : std::string{};
}

std::chrono::seconds VerbOptions::finish_wait() const {
  if (wait_lock_.empty()) return std::chrono::seconds{0};
  return std::chrono::seconds(parse_count("--wait-lock", wait_lock_, 0, longest_wait_seconds));
}

void VerbOptions::list_options(ListFiles& files) {
  option(exceptions_text, files.exceptions);
  option(protect_text, files.protect);
}

void VerbOptions::verbosity_options() {
  flag(quiet_text, quiet_);
  flag(verbose_text, verbose_);
}

Verbosity VerbOptions::finish_verbosity() const {
  if (quiet_) return Verbosity::quiet;
  return verbose_ ? Verbosity::verbose : Verbosity::normal;
}

WriterOptions VerbOptions::finish_writer(const std::string& command_line) const {
  return {finish_database(), finish_wait(), command_line, finish_verbosity()};
}

}  // namespace kliping::indexer
