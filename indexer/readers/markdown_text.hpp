// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace kliping::indexer {

/// The text of one paragraph or cell: links by their words, no pictures, no emphasis.
std::string markdown_inline_text(std::string_view markdown);

struct MarkdownText {
  /// The first heading of the first rank, where it stands before any text.
  std::string heading;
  /// A line a paragraph, heading or item.
  std::string body;
};

/// After CommonMark, as far as news go: what marks up is left out, what reads stays.
MarkdownText markdown_text(std::string_view markdown);

}  // namespace kliping::indexer
