// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libxml/xmlstring.h>

#include <string>
#include <string_view>

#include "../xml_view.hpp"

namespace kliping::indexer::html {

/// An element's attributes as libxml2 hands them over: names and values in turn.
class Attributes {
 public:
  explicit Attributes(const xmlChar** pairs) : pairs_(pairs) {}

  /// Empty where the element has none of that name.
  std::string_view operator[](std::string_view name) const {
    for (const xmlChar** pair = pairs_; pair != nullptr && pair[0] != nullptr; pair += 2)
      if (name == view(pair[0])) return view(pair[1]);
    return {};
  }

  bool has(std::string_view name) const {
    for (const xmlChar** pair = pairs_; pair != nullptr && pair[0] != nullptr; pair += 2)
      if (name == view(pair[0])) return true;
    return false;
  }

 private:
  const xmlChar** pairs_;
};

/// Blanks the attributes of each tag past the 500th: libxml2 compares each with all before it, and a
/// hostile tag would cost the square of its size.
void blank_surplus_attributes(std::string& html);

}  // namespace kliping::indexer::html
