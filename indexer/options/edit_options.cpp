// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit_texts.hpp"
#include "kliping/error.hpp"
#include "verb_options.hpp"

namespace kliping::indexer {

namespace {

class RemoveVerb final : public VerbOptions {
 public:
  explicit RemoveVerb(CLI::App& program) : VerbOptions(program, remove_text::verb) {
    operands(remove_text::id, remove_.ids);
    database_option();
    option(remove_text::query, remove_.query);
    option(remove_text::ids_from, remove_.ids_from);
    flag(remove_text::null, null_);
    flag(dry_run_text, dry_run_);
    wait_option();
    option(report_text, remove_.report);
    verbosity_options();
  }

  Options finish(const std::string& command_line) override {
    remove_.writer = finish_writer(command_line);
    if (null_) remove_.separator = '\0';
    if (dry_run_) remove_.effect = Effect::rehearsed;
    const bool by_id = !remove_.ids.empty() || !remove_.ids_from.empty();
    if (!by_id && remove_.query.empty()) {
      throw Error(message("remove: nothing to remove"),
                  message("name ids, or give --query or --ids-from"));
    }
    if (by_id && !remove_.query.empty()) {
      throw Error(message("remove: ids and --query at once"), message("give one of them"));
    }
    return remove_;
  }

 private:
  RemoveOptions remove_;
  bool null_ = false;
  bool dry_run_ = false;
};

class CompactVerb final : public VerbOptions {
 public:
  explicit CompactVerb(CLI::App& program) : VerbOptions(program, compact_text::verb) {
    database_option();
    wait_option();
    verbosity_options();
  }

  Options finish(const std::string& command_line) override {
    return CompactOptions{finish_writer(command_line)};
  }
};

class MergeVerb final : public VerbOptions {
 public:
  explicit MergeVerb(CLI::App& program) : VerbOptions(program, merge_text::verb) {
    operands(merge_text::database, merge_.sources);
    option(merge_text::output, output_);
    wait_option();
    verbosity_options();
  }

  Options finish(const std::string& command_line) override {
    merge_.writer = finish_writer(command_line);
    merge_.writer.database = output_;
    if (output_.empty())
      throw Error(message("merge: no name for the new database"), message("give it with -o PATH"));
    if (merge_.sources.empty())
      throw Error(message("merge: nothing to merge"), message("name databases"));
    return merge_;
  }

 private:
  MergeOptions merge_;
  std::string output_;
};

}  // namespace

std::vector<std::unique_ptr<VerbOptions>> declare_editing_verbs(CLI::App& program) {
  std::vector<std::unique_ptr<VerbOptions>> verbs;
  verbs.push_back(std::make_unique<RemoveVerb>(program));
  verbs.push_back(std::make_unique<MergeVerb>(program));
  verbs.push_back(std::make_unique<CompactVerb>(program));
  return verbs;
}

}  // namespace kliping::indexer
