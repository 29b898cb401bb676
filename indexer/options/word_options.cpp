// SPDX-License-Identifier: GPL-3.0-or-later
#include "verb_options.hpp"
#include "word_texts.hpp"

namespace kliping::indexer {

namespace {

class StemVerb final : public VerbOptions {
 public:
  explicit StemVerb(CLI::App& program) : VerbOptions(program, stem_text::verb) {
    operands(stem_text::word, stem_.words);
    flag(stem_text::explain, explain_);
    list_options(stem_.lists);
  }

  Options finish(const std::string&) override {
    if (explain_) stem_.detail = StemOptions::Detail::explanation;
    return stem_;
  }

 private:
  StemOptions stem_;
  bool explain_ = false;
};

class TokensVerb final : public VerbOptions {
 public:
  explicit TokensVerb(CLI::App& program) : VerbOptions(program, tokens_text::verb) {
    operand(tokens_text::file, tokens_.file);
    list_options(tokens_.lists);
  }

  Options finish(const std::string&) override { return tokens_; }

 private:
  TokensOptions tokens_;
};

}  // namespace

std::vector<std::unique_ptr<VerbOptions>> declare_word_verbs(CLI::App& program) {
  std::vector<std::unique_ptr<VerbOptions>> verbs;
  verbs.push_back(std::make_unique<StemVerb>(program));
  verbs.push_back(std::make_unique<TokensVerb>(program));
  return verbs;
}

}  // namespace kliping::indexer
