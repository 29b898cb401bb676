// SPDX-License-Identifier: GPL-3.0-or-later
// One stage of the road at a time, on one core. Bytes are those of the articles' titles and bodies,
// words those of running text, so that figures of different stages can be held against each other.
#include <benchmark/benchmark.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

#include "document_builder.hpp"
#include "kliping/analysis/analyzer.hpp"
#include "kliping/analysis/stemmer.hpp"
#include "kliping/date_range.hpp"
#include "kliping/glass/builder.hpp"
#include "kliping/schema.hpp"
#include "kliping/stored_article.hpp"
#include "query/query_builder.hpp"
#include "query/syntax.hpp"
#include "record.hpp"
#include "search/snippet.hpp"

namespace {

using namespace kliping;
using benchmark::State;

/// Enough to fill the caches as a long run does, few enough to wait for.
constexpr std::size_t most_articles = 4000;

struct Input {
  std::vector<indexer::Record> records;
  std::vector<Article> articles;
  /// As analysis folds them.
  std::vector<std::string> words;
  std::int64_t text_bytes = 0;
};

Input read_input() {
  const char* const given = std::getenv("KLIPING_BENCH_ARTICLES");
  const indexer::ReadOptions options;
  Input input;
  const auto take = [&](indexer::Record&& record) {
    input.records.push_back(std::move(record));
    return input.records.size() < most_articles;
  };
  indexer::read({given != nullptr ? given : KLIPING_CORPUS}, options,
                {.record = take,
                 .diagnostic = [](Diagnostic&& fault) { throw std::runtime_error(fault.message); },
                 .progress = [](std::size_t) { return true; }});
  const Analyzer analyzer;
  TokenList tokens;
  for (const indexer::Record& record : input.records) {
    Article article = std::get<Article>(indexer::parse(record, options));
    analyzer.analyze(article.body, tokens);
    for (const Token& token : tokens.tokens) input.words.emplace_back(token.word);
    input.text_bytes += static_cast<std::int64_t>(article.title.size() + article.body.size());
    input.articles.push_back(std::move(article));
  }
  return input;
}

const Input& input() {
  static const Input all = read_input();
  return all;
}

void tell_speed(State& state) {
  const auto times = static_cast<std::int64_t>(state.iterations());
  state.SetBytesProcessed(times * input().text_bytes);
  state.SetItemsProcessed(times * static_cast<std::int64_t>(input().articles.size()));
}

void parse_json(State& state) {
  const indexer::ReadOptions options;
  for (auto _ : state) {
    for (const indexer::Record& record : input().records) {
      benchmark::DoNotOptimize(indexer::parse(record, options));
    }
  }
  tell_speed(state);
}

void analyze(State& state, bool with_memory) {
  const Analyzer analyzer;
  WordMemory memory;
  TokenList tokens;
  if (with_memory) tokens.memory = &memory;
  for (auto _ : state) {
    for (const Article& article : input().articles) {
      analyzer.analyze(article.title, tokens);
      analyzer.analyze(article.body, tokens);
      benchmark::DoNotOptimize(tokens.tokens.size());
    }
  }
  tell_speed(state);
}

void stem_words(State& state) {
  RootBuffer buffer;
  for (auto _ : state) {
    for (const std::string& word : input().words) benchmark::DoNotOptimize(stem(word, buffer));
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * input().words.size()));
}

/// Analysis, terms, signature and packing.
void build_documents(State& state) {
  indexer::DocumentBuilder builder{Analyzer{}, DuplicateRule::near, Positions::kept};
  for (auto _ : state) {
    for (const Article& article : input().articles) {
      benchmark::DoNotOptimize(builder.build(article, schema::identity_term(article.id),
                                             store(article), fingerprint(article)));
    }
  }
  tell_speed(state);
}

void pack_articles(State& state) {
  ArticlePacker packer;
  for (auto _ : state) {
    for (const Article& article : input().articles) {
      benchmark::DoNotOptimize(packer.pack(store(article)));
    }
  }
  tell_speed(state);
}

void load_articles(State& state) {
  ArticlePacker packer;
  std::vector<std::string> packed;
  for (const Article& article : input().articles) packed.emplace_back(packer.pack(store(article)));
  for (auto _ : state) {
    for (const std::string& data : packed) benchmark::DoNotOptimize(load(data));
  }
  tell_speed(state);
}

/// The tables of documents whose terms are made already.
void build_tables(State& state) {
  std::vector<glass::OwnedDocument> documents;
  indexer::DocumentBuilder builder{Analyzer{}, DuplicateRule::near, Positions::kept};
  for (const Article& article : input().articles) {
    const indexer::IndexDocument& built = builder.build(article, schema::identity_term(article.id),
                                                        store(article), fingerprint(article));
    glass::OwnedDocument& copy = documents.emplace_back();
    copy.data = built.data;
    for (const auto& [term, wdf, positions] : built.terms) {
      copy.terms.push_back({std::string{term}, wdf, {positions.begin(), positions.end()}});
    }
  }
  const auto folder = std::filesystem::temp_directory_path() / "kliping-bench.db";
  for (auto _ : state) {
    state.PauseTiming();
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    const std::vector<glass::DocumentView> views(documents.begin(), documents.end());
    state.ResumeTiming();
    glass::Builder tables({.folder = folder, .lanes = 1});
    glass::Lane& lane = tables.open_lane();
    lane.begin_batch(0);
    for (const glass::DocumentView& view : views) lane.add(view.document());
    lane.end_batch();
    benchmark::DoNotOptimize(tables.finish({}));
  }
  std::filesystem::remove_all(folder);
  tell_speed(state);
}

constexpr Today a_day = std::chrono::sys_days{std::chrono::year{2024} / 11 / 22};
constexpr std::string_view question = "menteri pertahanan Korut \"kerja sama\" tanggal:2019..";

void understand_query(State& state) {
  for (auto _ : state) {
    const Node tree = parse_query(question, a_day);
    benchmark::DoNotOptimize(QueryBuilder(Forms::all).build(tree, Operator::all));
  }
}

/// Of articles that mostly have none of the words: those that have them are no slower.
void make_snippets(State& state) {
  const Node tree = parse_query("pemerintah mengatakan", a_day);
  SnippetMaker snippets(QueryBuilder(Forms::all).build(tree, Operator::all).wanted, 200);
  for (auto _ : state) {
    for (const Article& article : input().articles) {
      benchmark::DoNotOptimize(snippets.extract(article));
    }
  }
  tell_speed(state);
}

BENCHMARK(parse_json)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(analyze, alone, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(analyze, with_word_memory, true)->Unit(benchmark::kMillisecond);
BENCHMARK(stem_words)->Unit(benchmark::kMillisecond);
BENCHMARK(build_documents)->Unit(benchmark::kMillisecond);
BENCHMARK(pack_articles)->Unit(benchmark::kMillisecond);
BENCHMARK(load_articles)->Unit(benchmark::kMillisecond);
BENCHMARK(build_tables)->Unit(benchmark::kMillisecond);
BENCHMARK(understand_query)->Unit(benchmark::kMicrosecond);
BENCHMARK(make_snippets)->Unit(benchmark::kMillisecond);

}  // namespace
