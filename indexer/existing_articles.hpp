// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>

#include "kliping/stored_article.hpp"

namespace kliping::indexer {

/// What the index held of an article before the run.
struct KnownArticle {
  std::uint32_t document = 0;
  Fingerprint fingerprint{};
};

/// Looks identities up in an index. One per thread: Xapian's databases are not shared.
class ExistingArticles {
 public:
  explicit ExistingArticles(const std::string& database) : database_(database) {}

  std::optional<KnownArticle> find(const std::string& identity) const;

 private:
  Xapian::Database database_;
};

}  // namespace kliping::indexer
