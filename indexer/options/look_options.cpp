// SPDX-License-Identifier: GPL-3.0-or-later
#include "look_texts.hpp"
#include "verb_options.hpp"

namespace kliping::indexer {

namespace {

class InfoVerb final : public VerbOptions {
 public:
  explicit InfoVerb(CLI::App& program) : VerbOptions(program, info_text::verb) {
    database_option();
    flag(info_text::json, json_);
  }

  Options finish(const std::string&) override {
    using Output = InfoOptions::Output;
    return InfoOptions{finish_database(), json_ ? Output::json : Output::text};
  }

 private:
  bool json_ = false;
};

class CheckVerb final : public VerbOptions {
 public:
  explicit CheckVerb(CLI::App& program) : VerbOptions(program, check_text::verb) {
    database_option();
    wait_option();
    verbosity_options();
  }

  Options finish(const std::string& command_line) override {
    return CheckOptions{finish_writer(command_line)};
  }
};

class DumpVerb final : public VerbOptions {
 public:
  explicit DumpVerb(CLI::App& program) : VerbOptions(program, dump_text::verb) {
    database_option();
    option(dump_text::query, query_);
  }

  Options finish(const std::string&) override { return DumpOptions{finish_database(), query_}; }

 private:
  std::string query_;
};

}  // namespace

std::vector<std::unique_ptr<VerbOptions>> declare_looking_verbs(CLI::App& program) {
  std::vector<std::unique_ptr<VerbOptions>> verbs;
  verbs.push_back(std::make_unique<CheckVerb>(program));
  verbs.push_back(std::make_unique<InfoVerb>(program));
  verbs.push_back(std::make_unique<DumpVerb>(program));
  return verbs;
}

}  // namespace kliping::indexer
