// SPDX-License-Identifier: GPL-3.0-or-later
#include "existing_articles.hpp"

#include <algorithm>

#include "kliping/schema.hpp"

namespace kliping::indexer {

std::optional<KnownArticle> ExistingArticles::find(const std::string& identity) const {
  const Xapian::PostingIterator found = database_.postlist_begin(identity);
  if (found == database_.postlist_end(identity)) return std::nullopt;
  KnownArticle known{.document = *found};
  const std::string value = database_.get_document(*found, Xapian::DOC_ASSUME_VALID)
                                .get_value(static_cast<Xapian::valueno>(schema::Slot::fingerprint));
  std::copy_n(value.begin(), std::min(value.size(), known.fingerprint.size()),
              known.fingerprint.begin());
  return known;
}

}  // namespace kliping::indexer
