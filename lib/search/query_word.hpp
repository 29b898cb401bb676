// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <optional>
#include <string>

namespace kliping {

/// A word as the query builder asks for it: by its root, with its very form as a bonus of
/// `tuning::exact_form`; or by one term alone.
struct QueryWord {
  std::string root;
  /// "" for one term alone.
  std::string form;
};

/// The word that a part of a query is; nothing if it is anything more.
std::optional<QueryWord> word_of(const Xapian::Query& part);

}  // namespace kliping
