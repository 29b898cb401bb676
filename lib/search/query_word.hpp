// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <optional>
#include <string>

namespace kliping {

/// A word as the query builder asks for it: its root, and beside it its very form, which counts
/// `tuning::exact_form`; or one term alone.
struct QueryWord {
  std::string root;
  /// "" for one term alone.
  std::string form;
};

/// Nothing for what is more than a word.
std::optional<QueryWord> word_of(const Xapian::Query& part);

}  // namespace kliping
