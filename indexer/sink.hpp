// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "kliping/schema.hpp"

/// Where index documents go: plain values in, so that Xapian's own writer and a bulk builder can
/// stand behind the same words.
namespace kliping::indexer {

/// One term of one document. Views live only during the call that passes them.
struct DocumentTerm {
  std::string_view term;
  /// Within-document frequency; 0 for boolean terms.
  std::uint32_t wdf = 0;
  /// Ascending, without repeats; empty for a term without positions.
  std::span<const std::uint32_t> positions;
};

struct DocumentValue {
  schema::Slot slot;
  std::string_view value;
};

struct IndexDocument {
  /// The one term that identifies it; also among `terms`.
  std::string_view identity;
  std::string_view data;
  /// In ascending byte order, each once.
  std::span<const DocumentTerm> terms;
  std::span<const DocumentValue> values;
};

}  // namespace kliping::indexer
