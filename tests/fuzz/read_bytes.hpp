// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "readers/frame.hpp"

namespace kliping::fuzz {

/// Parses what is read; aborts at an article that breaks the contract. `options` must outlive it.
inline indexer::RecordHandler checking(const indexer::ReadOptions& options) {
  indexer::RecordHandler handler;
  handler.record = [&](indexer::Record&& record) {
    const auto parsed = indexer::parse(record, options);
    const auto* article = std::get_if<Article>(&parsed);
    if (article == nullptr) return true;
    if (article->id.empty() || (article->title.empty() && article->body.empty())) std::abort();
    return true;
  };
  return handler;
}

/// Frames and parses bytes as one format; aborts at an article that breaks the contract.
inline void read_bytes(std::string_view bytes, indexer::Format format) {
  const indexer::ReadOptions options;
  const indexer::RecordHandler handler = checking(options);
  indexer::Origin origin;
  origin.locator = "fuzz";
  origin.format = format;
  indexer::MemorySource source(bytes);
  indexer::Input input(source);
  indexer::Outlet outlet(origin, options, handler);
  indexer::frame(input, outlet);
}

}  // namespace kliping::fuzz
