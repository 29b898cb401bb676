// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/text/decode.hpp"

namespace kliping::text {

std::string decode(std::string_view bytes, std::string_view) {
  return std::string{bytes};
}

std::string repair(std::string_view text) {
  return std::string{text};
}

}  // namespace kliping::text
