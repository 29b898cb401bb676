// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What goes into a Xapian database, as plain values.
namespace kliping::glass {

/// Xapian's limit on a term.
inline constexpr std::size_t max_term_bytes = 245;

struct Term {
  std::string_view term;
  /// Within-document frequency; may differ from the number of positions, and be 0.
  std::uint32_t wdf = 0;
  /// Ascending, without repeats.
  std::span<const std::uint32_t> positions;
};

struct Value {
  std::uint32_t slot = 0;
  /// Not empty: Xapian does not tell an empty value from none.
  std::string_view value;
};

struct Document {
  std::string_view data;
  /// In ascending byte order, each once.
  std::span<const Term> terms;
  /// In ascending order of slots, each once.
  std::span<const Value> values;
};

/// A copy that owns its bytes.
struct OwnedDocument {
  struct OwnedTerm {
    std::string term;
    std::uint32_t wdf = 0;
    std::vector<std::uint32_t> positions;
  };
  struct OwnedValue {
    std::uint32_t slot = 0;
    std::string value;
  };

  std::string data;
  std::vector<OwnedTerm> terms;
  std::vector<OwnedValue> values;
};

OwnedDocument copy_of(const Document& document);

/// A Document that points into an OwnedDocument, and holds the arrays for it: keep both alive while
/// it is in use.
class DocumentView {
 public:
  explicit DocumentView(const OwnedDocument& owned);
  Document document() const noexcept { return {data_, terms_, values_}; }

 private:
  std::string_view data_;
  std::vector<Term> terms_;
  std::vector<Value> values_;
};

}  // namespace kliping::glass
