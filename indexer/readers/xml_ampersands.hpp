// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace kliping::indexer {

/// Prepares a feed for an XML parser, part by part. Feeds hold bare ampersands (`AT&T`, `?a=1&b=2`)
/// and HTML's names of characters (`&nbsp;`), at which a parser loses words. All of them become
/// numeric references. Unknown names become text, so that entities that the feed itself declares
/// never expand.
class XmlAmpersands {
 public:
  /// The repaired part, behind what was held back of the part before. An unfinished reference at
  /// its end is held back in turn. Valid until the next call.
  const std::string& mend(std::string_view part);
  /// What is still held back, at the end of the feed.
  const std::string& end();

 private:
  std::string mended_;
  std::string waiting_;
};

}  // namespace kliping::indexer
