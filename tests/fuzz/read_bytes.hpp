// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string_view>

#include "readers/frame.hpp"

namespace kliping::fuzz {

class BytesSource final : public indexer::ByteSource {
 public:
  explicit BytesSource(std::string_view bytes) : bytes_(bytes) {}

  std::size_t read(std::span<char> into) override {
    const std::size_t size = std::min(into.size(), bytes_.size());
    if (size > 0) std::memcpy(into.data(), bytes_.data(), size);
    bytes_.remove_prefix(size);
    return size;
  }

 private:
  std::string_view bytes_;
};

/// Frames and parses bytes as one format; aborts at an article that breaks the contract.
inline void read_bytes(std::string_view bytes, indexer::Format format) {
  const indexer::ReadOptions options;
  indexer::RecordHandler handler;
  handler.record = [&](indexer::Record&& record) {
    const auto parsed = indexer::parse(record, options);
    const auto* article = std::get_if<Article>(&parsed);
    if (article == nullptr) return true;
    if (article->id.empty() || (article->title.empty() && article->body.empty())) std::abort();
    return true;
  };
  indexer::Origin origin;
  origin.locator = "fuzz";
  origin.format = format;
  BytesSource source(bytes);
  indexer::Input input(source);
  indexer::Outlet outlet(origin, options, handler);
  indexer::frame(input, outlet);
}

}  // namespace kliping::fuzz
