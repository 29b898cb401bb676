// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <set>

#include "glass/canary.hpp"
#include "glass/parallel.hpp"

REGISTER_EXCEPTION_TRANSLATOR(const Xapian::Error& error) {
  return error.get_description().c_str();
}

namespace kliping::glass::test {

namespace {

std::size_t between(std::mt19937& random, std::size_t low, std::size_t high) {
  return std::uniform_int_distribution<std::size_t>(low, high)(random);
}

template <typename T>
const T& one_of(std::mt19937& random, const std::vector<T>& choices) {
  return choices[between(random, 0, choices.size() - 1)];
}

std::vector<std::string> random_vocabulary(const Shape& shape, std::mt19937& random) {
  std::set<std::string> terms;
  for (std::size_t i = 0; i < shape.vocabulary; ++i) {
    std::string term;
    for (std::size_t n = between(random, 1, shape.max_term_bytes); n > 0; --n) {
      term += shape.alphabet[between(random, 0, shape.alphabet.size() - 1)];
    }
    const auto zeros = std::count(term.begin(), term.end(), '\0');
    if (term.size() + zeros <= max_term_bytes) terms.insert(term);
  }
  return {terms.begin(), terms.end()};
}

std::uint32_t random_wdf(std::mt19937& random, std::size_t positions) {
  switch (between(random, 0, 20)) {
    case 0:
      return 0;
    case 1:
      return static_cast<std::uint32_t>(between(random, 120, 140));
    case 2:
      return static_cast<std::uint32_t>(between(random, 0, 80'000));
    default:
      return static_cast<std::uint32_t>(positions);
  }
}

void add_words(OwnedDocument& document, const std::vector<std::string>& vocabulary,
               std::size_t words, std::mt19937& random) {
  std::map<std::string, std::set<std::uint32_t>> positions;
  const std::uint32_t stride = one_of<std::uint32_t>(random, {1, 1, 1, 7, 40'000'000});
  std::uint32_t position = static_cast<std::uint32_t>(between(random, 0, 3));
  for (std::size_t i = 0; i < words; ++i) {
    // Squared, so that some words are common and most are rare.
    const double place = std::uniform_real_distribution(0.0, 1.0)(random);
    const auto word = static_cast<std::size_t>(place * place * double(vocabulary.size()));
    auto& list = positions[vocabulary[std::min(word, vocabulary.size() - 1)]];
    if (between(random, 0, 5) != 0) list.insert(position);
    position += stride;
  }
  for (const auto& [term, list] : positions) {
    document.terms.push_back({term, random_wdf(random, list.size()), {list.begin(), list.end()}});
  }
}

void add_values(OwnedDocument& document, std::mt19937& random) {
  for (const std::uint32_t slot : {0U, 1U, 127U, 128U, 70'000U}) {
    if (between(random, 0, 2) == 0) continue;
    const std::size_t size = one_of<std::size_t>(random, {1, 1, 8, 8, 20, 900});
    std::string value(size, static_cast<char>(between(random, 0, 255)));
    document.values.push_back({slot, value});
  }
}

void write_lane(Lane& lane, unsigned which, const Documents& documents, const Way& way) {
  const std::size_t batches = (documents.size() + way.batch_documents - 1) / way.batch_documents;
  for (std::size_t batch = which; batch < batches; batch += way.lanes) {
    lane.begin_batch(batch);
    const std::size_t first = batch * way.batch_documents;
    for (std::size_t i = first; i < std::min(first + way.batch_documents, documents.size()); ++i) {
      lane.add(DocumentView(documents[i]).document());
    }
    lane.end_batch();
  }
}

}  // namespace

Shape random_shape(std::mt19937& random) {
  using namespace std::string_literals;
  Shape shape;
  shape.vocabulary = one_of<std::size_t>(random, {1, 3, 30, 500, 3'000});
  shape.documents = one_of<std::size_t>(random, {1, 2, 7, 60, 400});
  shape.max_words = one_of<std::size_t>(random, {1, 10, 100, 100, 400});
  shape.alphabet =
      one_of<std::string>(random, {"ab", "abcdefghijklmnopqrstuvwxyz0123456789-", "\0\x01\xFF"s,
                                   "\0a"s, "AZSXQ:abc", "\xC3\xA9\xE4\xB8\xAD\x7F"});
  shape.max_term_bytes = one_of<std::size_t>(random, {1, 3, 8, 9, 17, 245});
  return shape;
}

Documents random_documents(const Shape& shape, std::mt19937& random) {
  const auto vocabulary = random_vocabulary(shape, random);
  Documents documents(shape.documents);
  for (OwnedDocument& document : documents) {
    if (between(random, 0, 9) == 0) continue;
    if (!vocabulary.empty()) {
      add_words(document, vocabulary, between(random, 0, shape.max_words), random);
    }
    add_values(document, random);
    const std::size_t data = one_of<std::size_t>(random, {0, 1, 18, 19, 300, 5'000});
    for (std::size_t i = 0; i < data; ++i) {
      document.data += static_cast<char>(between(random, 0, i % 2 == 0 ? 3 : 255));
    }
  }
  return documents;
}

BuildSummary build_in_bulk(const std::filesystem::path& folder, const Documents& documents,
                           const Metadata& metadata, const Way& way) {
  std::filesystem::create_directories(folder);
  Builder builder({.folder = folder,
                   .memory_bytes = way.memory_bytes,
                   .lanes = way.lanes,
                   .block_bytes = way.block_bytes,
                   .first_docid = way.first_docid});
  std::vector<std::function<void()>> tasks;
  for (unsigned which = 0; which < way.lanes; ++which) {
    Lane& lane = builder.open_lane();
    tasks.emplace_back([&, which] { write_lane(lane, which, documents, way); });
  }
  run_parallel(tasks, way.lanes);
  return builder.finish(metadata);
}

void build_by_xapian(const std::filesystem::path& folder, const Documents& documents,
                     const Metadata& metadata, const Way& way) {
  Xapian::WritableDatabase database(
      folder.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC,
      static_cast<int>(way.block_bytes));
  Xapian::docid docid = way.first_docid;
  for (const OwnedDocument& document : documents) {
    database.replace_document(docid++, to_xapian(document));
  }
  for (const auto& [key, value] : metadata) database.set_metadata(key, value);
  database.commit();
}

}  // namespace kliping::glass::test
