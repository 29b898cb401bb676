// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/ascii.hpp"

#include <doctest/doctest.h>

using namespace kliping;

TEST_CASE("ascii: other letters keep their case") {
  CHECK(ascii::lowered("Banjir DI \u00C9ropa 2024") == "banjir di \u00C9ropa 2024");
  CHECK_FALSE(ascii::is_letter("\u00E9"[0]));
}

TEST_CASE("ascii: a beginning is found in any case") {
  CHECK(ascii::starts_with_folded("Baca Juga: Gempa", "baca juga"));
  CHECK_FALSE(ascii::starts_with_folded("baca", "baca juga"));
}

TEST_CASE("ascii: text is trimmed at both ends, never inside") {
  CHECK(ascii::trimmed(" \t a b\r\n") == "a b");
  CHECK(ascii::trimmed(" \n ").empty());
  CHECK(ascii::trimmed("").empty());
  CHECK(ascii::trimmed(": Ani, Budi,", " :,") == "Ani, Budi");
  CHECK_MESSAGE(ascii::trimmed("\u00A0a") == "\u00A0a", "a no-break space is none of ASCII's");
}
