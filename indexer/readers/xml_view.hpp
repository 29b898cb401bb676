// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libxml/xmlstring.h>

#include <cstddef>
#include <string_view>

namespace kliping::indexer {

/// libxml2's text, which is UTF-8; empty for null.
inline std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text);
}

inline std::string_view view(const xmlChar* text, std::size_t size) {
  return {reinterpret_cast<const char*>(text), size};
}

}  // namespace kliping::indexer
