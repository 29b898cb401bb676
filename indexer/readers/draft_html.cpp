// SPDX-License-Identifier: GPL-3.0-or-later
#include "draft.hpp"

namespace kliping::indexer {

DraftOrFault draft_from_html(const Record& record, const ReadOptions& options) {
  return draft_from_text(record, options);
}

}  // namespace kliping::indexer
