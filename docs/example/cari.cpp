// SPDX-License-Identifier: GPL-3.0-or-later
// cari QUERY DATABASE...: what a query finds, its words in brackets. Shows all of Kliping's
// library.
#include <kliping/analyze.hpp>
#include <kliping/search.hpp>

#include <exception>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

std::string lit(const kliping::MarkedText& marked) {
  std::string out;
  std::size_t at = 0;
  for (const kliping::Span span : marked.highlights) {
    out += marked.text.substr(at, span.begin - at);
    out += '[' + marked.text.substr(span.begin, span.size()) + ']';
    at = span.end;
  }
  return out + marked.text.substr(at);
}

void print(const kliping::Hit& hit) {
  const kliping::Article& article = hit.article;
  std::cout << hit.rank << ". " << lit(hit.extract.title) << '\n';
  if (article.date) std::cout << "   " << kliping::to_iso_day(*article.date) << '\n';
  std::cout << "   " << article.locator << "\n   " << lit(hit.extract.snippet) << '\n';
}

int run(const std::string& query, const std::vector<std::string>& names) {
  for (const kliping::AnalyzedWord& word : kliping::analyze(query)) {
    std::cout << word.word << ": " << word.root << '\n';
  }
  kliping::Database database = kliping::open(names);
  kliping::SearchOptions options;
  options.page.limit = 3;
  options.snippet_length = 100;
  const kliping::Answer answer = kliping::search(database, query, options);
  for (const kliping::Hit& hit : answer.hits) print(hit);
  std::cout << answer.total << " articles\n";
  return answer.total > 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc < 3) throw std::invalid_argument("usage: cari QUERY DATABASE...");
    return run(argv[1], {argv + 2, argv + argc});
  } catch (const kliping::Error& error) {
    std::cerr << "cari: " << error.what() << '\n';
    if (!error.hint().empty()) std::cerr << "  hint: " << error.hint() << '\n';
  } catch (const std::exception& error) {
    std::cerr << "cari: " << error.what() << '\n';
  }
  return 2;
}
