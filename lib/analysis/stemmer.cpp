// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/analysis/stemmer.hpp"

namespace kliping {

std::string_view stem(std::string_view word, RootBuffer&) noexcept {
  return word;
}

StemExplanation explain_stem(std::string_view word) {
  return {std::string{word}, ""};
}

std::string_view lexicon_fingerprint() noexcept {
  return "none";
}

}  // namespace kliping
