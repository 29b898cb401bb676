// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "search/ordering.hpp"

namespace kliping {

/// The slot that holds the whole value of a field, by the field's English or Indonesian name.
std::optional<schema::Slot> slot_of_field(std::string_view name);

/// The first `wanted` matches in the order of a field that no slot holds (title, url, a column of
/// the archive's own), for which every match is read. Numbers come before words, in order of value.
std::vector<Match> matches_by_stored_field(const Xapian::Database& database,
                                           const Question& question, const Window& window,
                                           std::size_t wanted);

}  // namespace kliping
