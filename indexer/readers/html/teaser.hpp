// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page.hpp"

namespace kliping::indexer::html {

/// Whether a block leads away from the article, or stands in place of something that the page would
/// show there: `Baca juga: …`, `Pilihan Editor`, `ADVERTISEMENT`, `[Gambas:Video]`.
bool is_teaser(const Block& block);

}  // namespace kliping::indexer::html
