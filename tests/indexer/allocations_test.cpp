// SPDX-License-Identifier: GPL-3.0-or-later
// A program of its own: it counts what every `new` in it asks for.
#include <doctest/doctest.h>

#include <atomic>
#include <cstdlib>
#include <new>
#include <string>
#include <vector>

#include "document_builder.hpp"
#include "kliping/analysis/analyzer.hpp"
#include "kliping/schema.hpp"
#include "readers/reading.hpp"

namespace {

std::atomic<std::size_t> allocations = 0;

}  // namespace

void* operator new(std::size_t size) {
  ++allocations;
  if (void* const memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}

void operator delete(void* memory) noexcept {
  std::free(memory);
}

void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}

using namespace kliping;
using namespace kliping::indexer;

namespace {

std::vector<Article> corpus() {
  return indexer::testing::read_all({KLIPING_SOURCE_DIR "/corpus"}).articles;
}

std::size_t count_tokens(const std::vector<Article>& articles) {
  const Analyzer analyzer;
  TokenList tokens;
  std::size_t count = 0;
  for (const Article& article : articles) {
    analyzer.analyze(article.body, tokens);
    count += tokens.tokens.size();
  }
  return count;
}

}  // namespace

TEST_CASE("allocations: once its buffers have grown, analysis asks for memory by the article") {
  const std::vector<Article> articles = corpus();
  const std::size_t tokens = count_tokens(articles);
  REQUIRE(tokens > 10'000);
  std::vector<std::string> stored;
  for (const Article& article : articles) stored.push_back(store(article));
  DocumentBuilder builder{Analyzer{}, DuplicateRule::near, Positions::kept};
  const auto build_all = [&] {
    for (std::size_t i = 0; i < articles.size(); ++i) {
      builder.build(articles[i], schema::identity_term(articles[i].id), stored[i],
                    fingerprint(articles[i]));
    }
  };
  build_all();
  const std::size_t before = allocations;
  build_all();
  const std::size_t made = allocations - before;
  MESSAGE(made << " allocations for " << articles.size() << " articles of " << tokens << " tokens");
  CHECK(made < 20 * articles.size());
}
