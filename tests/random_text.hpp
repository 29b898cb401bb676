// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <iterator>
#include <random>
#include <string>
#include <string_view>

/// Text for laws that must hold of any input; print the seed with INFO.
namespace kliping::test {

/// Bytes of every kind, most of them no UTF-8.
inline std::string random_bytes(std::mt19937& random, std::size_t size) {
  std::string bytes(size, '\0');
  for (char& byte : bytes) byte = static_cast<char>(random() & 0xFF);
  return bytes;
}

/// Scraps that the rules of tokens and furniture look for, put together blindly, with broken bytes
/// in between.
inline std::string random_scraps(std::mt19937& random, std::size_t count) {
  static constexpr std::string_view scraps[] = {"a",
                                                "B",
                                                "kata",
                                                "Korut",
                                                "PUTIN",
                                                "anak",
                                                "-",
                                                "-",
                                                ".",
                                                ",",
                                                ":",
                                                "/",
                                                "'",
                                                "\u2019",
                                                " ",
                                                " ",
                                                "\n",
                                                "1",
                                                "234",
                                                "2",
                                                "0",
                                                "Rp",
                                                "http://",
                                                "www.",
                                                "&",
                                                "&amp;",
                                                "&nbsp;",
                                                "nya",
                                                "di",
                                                "se",
                                                "BACA JUGA: ",
                                                "Baca Juga ",
                                                "[Gambas:",
                                                "]",
                                                "](http",
                                                ")",
                                                "(",
                                                "KOMPAS.com - ",
                                                "é",
                                                "e\u0301",
                                                "\u00AD",
                                                "\u200B",
                                                "東",
                                                "ไทย",
                                                "한국",
                                                "ß",
                                                "İ",
                                                "ﬁ",
                                                "\u00A0",
                                                "\u2013",
                                                "Ã",
                                                "¶",
                                                "â\u20AC\u0153",
                                                "\xC3",
                                                "\xFF",
                                                "\r\n",
                                                "\x01",
                                                "@",
                                                "[uh/ab]",
                                                "\uFEFF",
                                                "Ⅷ",
                                                "²"};
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += scraps[random() % std::size(scraps)];
  return text;
}

}  // namespace kliping::test
