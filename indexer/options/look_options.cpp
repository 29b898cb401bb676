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

}  // namespace

std::vector<std::unique_ptr<VerbOptions>> declare_looking_verbs(CLI::App& program) {
  std::vector<std::unique_ptr<VerbOptions>> verbs;
  verbs.push_back(std::make_unique<InfoVerb>(program));
  return verbs;
}

}  // namespace kliping::indexer
