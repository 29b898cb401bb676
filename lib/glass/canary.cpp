// SPDX-License-Identifier: GPL-3.0-or-later
#include "canary.hpp"

#include <algorithm>
#include <numeric>

#include "kliping/glass/builder.hpp"

namespace kliping::glass {

namespace {

using std::string;
using namespace std::string_literals;

std::vector<std::uint32_t> counting(std::uint32_t first, std::uint32_t count) {
  std::vector<std::uint32_t> numbers(count);
  std::iota(numbers.begin(), numbers.end(), first);
  return numbers;
}

/// One oddity a document.
std::vector<OwnedDocument> oddities() {
  const string longest(max_term_bytes, 'w');
  constexpr std::uint32_t max = ~std::uint32_t{0};
  return {
      {"", {}, {}},
      {"no terms", {}, {{0, "value"}}},
      {"", {{"Qboolean", 0, {}}}, {}},
      {string(70'000, 'd'), {{"longdata", 1, {1}}}, {}},
      {"\0data\0"s, {{"\0"s, 1, {1}}, {"\0\0"s, 1, {2}}, {"\0\xFF"s, 1, {3}}}, {}},
      {"zeros", {{"a", 1, {1}}, {"a\0"s, 2, {2}}, {"a\0b"s, 3, {3}}, {"a\xFF"s, 4, {}}}, {}},
      {"long", {{longest, 3, {5, 9}}, {longest.substr(0, 244) + "x", 126, {7}}}, {}},
      {"wdf", {{"fewer", 1, {1, 2, 3}}, {"more", 127, {1}}, {"most", 70'000, {}}}, {}},
      {"positions", {{"far", 2, {0, max}}, {"farther", 1, {max}}, {"zero", 1, {0}}}, {}},
      {"dense", {{"dense", 300, counting(1, 300)}, {"denser", 0, counting(4'000'000'000, 40)}}, {}},
      {"slots", {}, {{0, "a"}, {1, "b"}, {127, "c"}, {128, "d"}, {300, "e"}, {max - 1, "f"}}},
      {"value", {{"Zroot", 2, {}}}, {{1, string(3'000, 'v')}, {128, "\0"s}}},
      {"capitals", {{"A", 1, {}}, {"XSOURCE:kompas", 0, {}}, {"Za", 1, {}}, {"ZA", 1, {}}}, {}},
      {"bytes", {{"\x01", 1, {1}}, {"\x7F", 1, {2}}, {"\x80", 1, {3}}, {"\xFE\xFF", 1, {4}}}, {}},
  };
}

/// Enough of the same for further chunks, with gaps and wdfs of one byte and more.
OwnedDocument common_document(unsigned number) {
  OwnedDocument document{"article " + std::to_string(number), {}, {}};
  for (unsigned i = 0; i < 60; ++i) {
    if (number % (i + 1) != 0) continue;
    const std::uint32_t wdf = 1 + (number * i) % 200;
    document.terms.push_back(
        {"word" + std::to_string(1'000 + i) + string(i, 'x'), wdf, counting(i * 10, wdf)});
  }
  document.values = {{2, std::to_string(number % 7)}, {5, string(40, char('a' + number % 26))}};
  return document;
}

}  // namespace

std::vector<OwnedDocument> odd_documents() {
  constexpr unsigned common = 120;
  std::vector<OwnedDocument> documents = oddities();
  for (OwnedDocument& document : documents) {
    std::sort(document.terms.begin(), document.terms.end(),
              [](const auto& a, const auto& b) { return a.term < b.term; });
  }
  for (unsigned i = 1; i <= common; ++i) documents.push_back(common_document(i));
  return documents;
}

Xapian::Document to_xapian(const OwnedDocument& document) {
  Xapian::Document result;
  result.set_data(document.data);
  for (const auto& [term, wdf, positions] : document.terms) {
    result.add_term(term, wdf);
    for (const std::uint32_t position : positions) result.add_posting(term, position, 0);
  }
  for (const auto& [slot, value] : document.values) result.add_value(slot, value);
  return result;
}

void build(const std::filesystem::path& folder, const std::vector<OwnedDocument>& documents,
           const std::map<std::string, std::string>& metadata) {
  constexpr std::size_t batch_documents = 16;
  Builder builder({.folder = folder, .lanes = 2, .samples = 0});
  Lane* const lanes[] = {&builder.open_lane(), &builder.open_lane()};
  for (std::size_t first = 0; first < documents.size(); first += batch_documents) {
    const std::size_t number = first / batch_documents;
    Lane& lane = *lanes[number % std::size(lanes)];
    lane.begin_batch(number);
    for (std::size_t i = first; i < std::min(first + batch_documents, documents.size()); ++i) {
      lane.add(DocumentView(documents[i]).document());
    }
    lane.end_batch();
  }
  builder.finish(metadata);
}

}  // namespace kliping::glass
