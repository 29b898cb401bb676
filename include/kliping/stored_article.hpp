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

/// Compresses records to the document data that the index stores: by Zstandard with a dictionary of
/// news, which is part of this index format. Without the dictionary an article, being short, would
/// stay a sixth larger. One per thread.
class ArticlePacker {
 public:
  ArticlePacker();
  ArticlePacker(ArticlePacker&&) noexcept;
  ~ArticlePacker();

  /// The compressed record; the view is valid until the next call.
  std::string_view pack(std::string_view record);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

/// Tells a changed article from an unchanged one, the same on every machine: 8 bytes of hash over
/// all stored fields but the locator, then 8 over the locator without its line number. An article
/// that moves within its file is thus unchanged; one that turns up in another file has the same
/// first half and another second one.
using Fingerprint = std::array<std::uint8_t, 16>;
Fingerprint fingerprint(const Article& article);

/// The same for an article of which `store` has already made `record`.
Fingerprint fingerprint(const Article& article, std::string_view record);

}  // namespace kliping
