// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace kliping::indexer {

/// Feeds hold bare ampersands (`AT&T`, `?a=1&b=2`) and HTML's names for characters (`&nbsp;`), with
/// which an XML parser loses words. Makes all of them references by number, over a stream of parts;
/// names that nobody knows become text, so that no entity of the feed's own unfolds.
class XmlAmpersands {
 public:
  /// The part and what waited before it; its end may wait for the next. Lives until the next call.
  const std::string& mend(std::string_view part);
  /// What still waits.
  const std::string& end();

 private:
  std::string mended_;
  std::string waiting_;
};

}  // namespace kliping::indexer
