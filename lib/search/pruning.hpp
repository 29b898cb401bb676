// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

namespace kliping {

/// Whether Xapian skips only matches that cannot reach the page when it stops early with this
/// query. Xapian 1.4.22 skips others as well if words are joined by OR: of 3,000 random queries of
/// two to seven words over news, 16 had another first page than when every match was looked at; of
/// as many joined by AND, none. Which ones are lost depends on the shards. docs/decisions.md has
/// the figures.
bool is_pruned_right(const Xapian::Query& query);

}  // namespace kliping
