// SPDX-License-Identifier: GPL-3.0-or-later
// Prints what the readers make of its operands, as JSON Lines, for another reader to compare with.
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>

#include "record.hpp"

using namespace kliping;
using namespace kliping::indexer;

int main(int argc, char** argv) {
  const ReadOptions options;
  RecordHandler handler;
  handler.diagnostic = [](Diagnostic&& fault) {
    std::fprintf(stderr, "%s:%zu: %s\n", fault.locator.c_str(), fault.line,
                 fault.message.english().c_str());
  };
  handler.record = [&](Record&& record) {
    auto parsed = parse(record, options);
    const auto* article = std::get_if<Article>(&parsed);
    if (article == nullptr) return true;
    const nlohmann::ordered_json line{
        {"title", article->title},   {"body", article->body},
        {"url", article->url},       {"date", article->date ? to_iso(*article->date) : ""},
        {"author", article->author}, {"section", article->section},
        {"source", article->source}};
    std::puts(line.dump().c_str());
    return true;
  };
  read(std::vector<std::string>(argv + 1, argv + argc), options, handler);
}
