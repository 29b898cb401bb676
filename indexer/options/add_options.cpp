// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "add_texts.hpp"
#include "kliping/error.hpp"
#include "values.hpp"
#include "verb_options.hpp"

namespace kliping::indexer {

namespace {

/// The verbs that read articles.
class AddingVerb final : public VerbOptions {
 public:
  enum class Removal { none, of_vanished };

  AddingVerb(CLI::App& program, const VerbText& text, const OperandText& inputs, Removal removal);
  Options finish(const std::string& command_line) override;

 private:
  void declare_reading();
  void declare_running();
  void finish_reading(ReadOptions& read) const;
  void finish_running(AddSettings& settings) const;

  const std::string verb_;
  const Removal removal_;
  AddOptions add_;
  std::vector<std::string> map_;
  std::vector<std::string> set_;
  std::string format_ = "auto";
  std::string identity_ = "auto";
  std::string max_size_;
  std::string jobs_;
  std::string memory_;
  std::string dedup_ = "near";
  std::string max_errors_;
  std::string progress_ = "auto";
  std::string max_delete_ = "10%";
  bool dry_run_ = false;
  bool null_ = false;
  bool force_ = false;
  bool no_bulk_ = false;
  bool no_positions_ = false;
};

namespace t = add_text;

AddingVerb::AddingVerb(CLI::App& program, const VerbText& text, const OperandText& inputs,
                       Removal removal)
    : VerbOptions(program, text), verb_(text.name), removal_(removal) {
  operands(inputs, add_.settings.inputs);
  database_option();
  flag(dry_run_text, dry_run_);
  if (removal == Removal::of_vanished) option(sync_text::max_delete, max_delete_);
  declare_reading();
  list_options(add_.lists);
  declare_running();
  verbosity_options();
}

void AddingVerb::declare_reading() {
  ReadOptions& read = add_.settings.read;
  option(t::format, format_, format_words());
  list(t::map, map_, assignment_words());
  option(t::identity, identity_, identity_words());
  list(t::set, set_, assignment_words());
  list(t::include, read.include);
  list(t::exclude, read.exclude);
  option(t::max_size, max_size_);
  option(t::encoding, read.encoding);
  option(t::files_from, add_.files_from);
  flag(t::null, null_);
}

void AddingVerb::declare_running() {
  option(t::jobs, jobs_);
  option(t::memory, memory_);
  option(t::dedup, dedup_, duplicate_rule_words());
  flag(t::force, force_);
  flag(t::no_bulk, no_bulk_);
  flag(t::no_positions, no_positions_);
  option(t::max_errors, max_errors_);
  wait_option();
  option(t::progress, progress_, when_words());
  option(report_text, add_.report);
}

void AddingVerb::finish_reading(ReadOptions& read) const {
  read.format = parse_format(format_);
  for (const std::string& pairs : map_) {
    for (const std::string& pair : CLI::detail::split(pairs, ',')) {
      read.map.push_back(parse_assignment("--map", pair));
    }
  }
  for (const std::string& pair : set_) read.set.push_back(parse_constant("--set", pair));
  std::tie(read.identity, read.identity_field) = parse_identity(identity_);
  if (!max_size_.empty()) read.max_record_bytes = parse_size("--max-size", max_size_);
}

void AddingVerb::finish_running(AddSettings& settings) const {
  constexpr std::uint64_t most_jobs = 256;
  constexpr std::uint64_t most_errors = 1'000'000'000;
  if (!memory_.empty()) settings.memory_bytes = parse_size("--memory", memory_);
  settings.jobs = jobs_.empty() ? std::max(1U, std::thread::hardware_concurrency())
                                : static_cast<unsigned>(parse_count("--jobs", jobs_, 1, most_jobs));
  if (!max_errors_.empty()) {
    settings.max_errors = parse_count("--max-errors", max_errors_, 1, most_errors);
  }
  settings.duplicates = parse_duplicate_rule(dedup_);
  if (no_bulk_) settings.writer = WriterRule::xapian;
  if (no_positions_) settings.positions = Positions::dropped;
  if (force_) settings.unchanged = UnchangedRule::index_again;
}

Options AddingVerb::finish(const std::string& command_line) {
  add_.writer = finish_writer(command_line);
  finish_reading(add_.settings.read);
  finish_running(add_.settings);
  if (dry_run_) add_.effect = Effect::rehearsed;
  if (null_) add_.separator = '\0';
  add_.progress = parse_when("--progress", progress_);
  if (add_.settings.inputs.empty() && add_.files_from.empty()) {
    if (removal_ == Removal::none) {
      throw Error(message("add: nothing to add"),
                  message("name files or folders, or - for standard input"));
    }
    throw Error(message("sync: nothing to sync"),
                message("name the folders or files that the archive is made of"));
  }
  add_.settings.verb = verb_;
  if (removal_ == Removal::of_vanished) {
    add_.settings.sync = {.roots = {},
                          .max_delete = parse_delete_limit("--max-delete", max_delete_)};
  }
  return add_;
}

}  // namespace

std::vector<std::unique_ptr<VerbOptions>> declare_adding_verbs(CLI::App& program) {
  std::vector<std::unique_ptr<VerbOptions>> verbs;
  using Removal = AddingVerb::Removal;
  verbs.push_back(
      std::make_unique<AddingVerb>(program, add_text::verb, add_text::input, Removal::none));
  verbs.push_back(std::make_unique<AddingVerb>(program, sync_text::verb, sync_text::root,
                                               Removal::of_vanished));
  return verbs;
}

}  // namespace kliping::indexer
