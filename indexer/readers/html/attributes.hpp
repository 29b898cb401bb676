// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libxml/xmlstring.h>

#include <string>
#include <string_view>

#include "../xml_view.hpp"

namespace kliping::indexer::html {

/// An element's attributes as libxml2 gives them: names and values in turn.
class Attributes {
 public:
  explicit Attributes(const xmlChar** pairs) : pairs_(pairs) {}

  /// Empty if the element has no attribute of that name.
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

/// Overwrites all attributes of a tag past the 500th by blanks. libxml2 compares each attribute
/// with all before it, so that a hostile tag would take time in the square of its size.
void blank_surplus_attributes(std::string& html);

}  // namespace kliping::indexer::html
