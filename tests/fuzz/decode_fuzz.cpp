// SPDX-License-Identifier: GPL-3.0-or-later
#include <simdjson.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "kliping/text/decode.hpp"

namespace {

void require(bool law) {
  if (!law) std::abort();
}

}  // namespace

/// The first byte chooses the encoding.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static constexpr std::string_view encodings[] = {
      "auto", "auto", "UTF-8", "UTF-16LE", "windows-1252", "ISO-2022-JP", "Shift_JIS", "UTF-7"};
  if (size == 0) return 0;
  const std::string_view bytes{reinterpret_cast<const char*>(data) + 1, size - 1};
  const std::string text = kliping::text::decode(bytes, encodings[data[0] % 8]);
  require(simdjson::validate_utf8(text));
  require(text.find('\0') == std::string::npos);
  const std::string mended = kliping::text::repair(text);
  require(simdjson::validate_utf8(mended));
  require(mended.size() <= 3 * text.size());
  return 0;
}
