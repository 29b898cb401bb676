// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>

#include "command_support.hpp"
#include "commands.hpp"
#include "kliping/analysis/analyzer.hpp"
#include "kliping/text/decode.hpp"

namespace kliping::indexer {

namespace {

using Json = nlohmann::ordered_json;

void print(const Json& record) {
  const std::string line = record.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
  std::fwrite(line.data(), 1, line.size(), stdout);
}

Json describe(const Token& token) {
  return {{"term", token.word},
          {"root", token.root},
          {"position", token.position},
          {"begin", token.span.begin},
          {"end", token.span.end}};
}

Json describe(const Span& furniture, std::string_view text) {
  return {{"furniture", furniture.of(text)}, {"begin", furniture.begin}, {"end", furniture.end}};
}

}  // namespace

ExitCode run_tokens(const TokensOptions& options) {
  const std::string text = text::repair(text::decode(read_whole(options.file)));
  TokenList list;
  Analyzer(lists_alone(read_lists(options.lists))).analyze(text, list);
  auto furniture = list.furniture.begin();
  for (const Token& token : list.tokens) {
    for (; furniture != list.furniture.end() && furniture->begin <= token.span.begin; ++furniture) {
      print(describe(*furniture, text));
    }
    print(describe(token));
  }
  for (; furniture != list.furniture.end(); ++furniture) print(describe(*furniture, text));
  return ExitCode::success;
}

}  // namespace kliping::indexer
