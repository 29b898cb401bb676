// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/glass/document.hpp"

namespace kliping::glass {

OwnedDocument copy_of(const Document& document) {
  OwnedDocument copy{.data = std::string(document.data), .terms = {}, .values = {}};
  for (const Term& term : document.terms) {
    copy.terms.push_back(
        {std::string(term.term), term.wdf, {term.positions.begin(), term.positions.end()}});
  }
  for (const Value& value : document.values) {
    copy.values.push_back({value.slot, std::string(value.value)});
  }
  return copy;
}

DocumentView::DocumentView(const OwnedDocument& owned) : data_(owned.data) {
  for (const auto& [term, wdf, positions] : owned.terms) terms_.push_back({term, wdf, positions});
  for (const auto& [slot, value] : owned.values) values_.push_back({slot, value});
}

}  // namespace kliping::glass
