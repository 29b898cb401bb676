// SPDX-License-Identifier: GPL-3.0-or-later
#include "choose_sink.hpp"

#include <fmt/format.h>

#include "bulk_sink.hpp"
#include "kliping/glass/trust.hpp"
#include "segment_sink.hpp"

namespace kliping::indexer {

namespace {

/// The builder gets a third of the memory budget. The rest is for text that waits or is being
/// worked on, and for tables of the threads and of the run.
constexpr std::size_t share_of_memory = 3;

}  // namespace

std::unique_ptr<Sink> choose_large_sink(DatabaseFolder& folder, const AddSettings& settings,
                                        const WordLists& lists, const AddObserver& observer) {
  if (settings.writer == WriterRule::xapian) return std::make_unique<SegmentSink>(folder, lists);
  if (const auto doubt = glass::doubt_before(folder.staging() / "canary")) {
    observer.diagnostic({.severity = Diagnostic::Severity::warning,
                         .locator = folder.path().string(),
                         .message = message("building by Xapian's own, slower writer: {}", *doubt),
                         .hint = {}});
    return std::make_unique<SegmentSink>(folder, lists);
  }
  return std::make_unique<BulkSink>(folder, lists, settings.memory_bytes / share_of_memory,
                                    settings.jobs, observer.built);
}

}  // namespace kliping::indexer
