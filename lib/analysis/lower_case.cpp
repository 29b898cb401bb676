// SPDX-License-Identifier: GPL-3.0-or-later
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <string>
#include <string_view>

#include "kliping/analysis/analyzer.hpp"

// By itself: ICU's locales come with it, which a search does without.

namespace kliping {

std::string lower_case(std::string_view text) {
  std::string out;
  icu::UnicodeString::fromUTF8(icu::StringPiece{text.data(), static_cast<int32_t>(text.size())})
      .toLower(icu::Locale::getRoot())
      .toUTF8String(out);
  return out;
}

}  // namespace kliping
