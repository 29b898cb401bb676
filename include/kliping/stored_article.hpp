// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "kliping/article.hpp"

namespace kliping {

/// The article as a record: tagged, length-prefixed fields, described in docs/index-format.md.
std::string store(const Article& article);

/// Reads a record back, packed or not. Unknown tags are passed over; throws Error on bytes that
/// `store` and the packer cannot have written.
Article load(std::string_view data);

/// Makes records document data: Zstandard with a dictionary of news, which every program of this
/// index format has. An article is short; on its own it would pack a sixth worse. One per thread.
class ArticlePacker {
 public:
  ArticlePacker();
  ArticlePacker(ArticlePacker&&) noexcept;
  ~ArticlePacker();

  /// Lives until the next call.
  std::string_view pack(std::string_view record);
  /// Gives back the room that a giant's record took, and ends its view.
  void release_large_buffers();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

/// Tells a changed article from an unchanged one, the same on every machine: 8 bytes over every
/// stored field but the locator, then 8 over the locator without its line number. So an article
/// that moves within its file is unchanged, and one that turns up in another file is the same
/// content from elsewhere.
using Fingerprint = std::array<std::uint8_t, 16>;
Fingerprint fingerprint(const Article& article);

/// The same, from the record that `store` made of it.
Fingerprint fingerprint(const Article& article, std::string_view record);

}  // namespace kliping
