// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/article_roots.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace kliping;

namespace {

std::uint32_t number_of(TermNumbers& numbers, const std::string& term) {
  return numbers.number_of(term, numbers.hash_ahead(term));
}

}  // namespace

TEST_CASE("term numbers: a term keeps its number, in the order in which terms came") {
  TermNumbers numbers;
  CHECK(number_of(numbers, "Zbanjir") == 0);
  CHECK(number_of(numbers, "Zhujan") == 1);
  CHECK(number_of(numbers, "Zbanjir") == 0);
  CHECK(number_of(numbers, "") == 2);
  CHECK(numbers.size() == 3);
  CHECK(numbers.term(1) == "Zhujan");
}

TEST_CASE("term numbers: more terms than the table had room for, long and short") {
  constexpr std::uint32_t count = 20'000;
  const auto term = [](std::uint32_t i) {
    return "Z" + std::to_string(i) + std::string(i % 245, 'a');
  };
  TermNumbers numbers;
  for (std::uint32_t i = 0; i < count; ++i) REQUIRE(number_of(numbers, term(i)) == i);
  for (std::uint32_t i = 0; i < count; ++i) {
    REQUIRE(number_of(numbers, term(i)) == i);
    REQUIRE(numbers.term(i) == term(i));
  }
  CHECK(numbers.size() == count);
}

TEST_CASE("term numbers: of equal hashes the term decides") {
  TermNumbers numbers;
  CHECK(numbers.number_of("Zhujan", 7) == 0);
  CHECK(numbers.number_of("Zbanjir", 7) == 1);
  CHECK(numbers.number_of("Zhujan", 7) == 0);
}
