// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "kliping/error.hpp"
#include "locator_set.hpp"

namespace kliping::indexer {

/// How much a sync may remove: so many articles, or such a part of those that the index holds from
/// its roots.
struct DeleteLimit {
  enum class Unit { articles, percent };

  double most = 10;
  Unit unit = Unit::percent;

  bool allows(std::size_t gone, std::size_t held) const;
};

/// `sync`: what lay below these roots and is gone from there leaves the index.
struct SyncRule {
  std::vector<std::string> roots;
  DeleteLimit max_delete;
};

/// An article that the index holds, and its inputs no longer do.
struct GoneArticle {
  std::uint32_t document = 0;
  std::string id;
  std::string locator;
};

/// Watches a run over the roots of a sync, and says at its end what is gone. Not thread-safe.
class SyncWatch {
 public:
  /// Throws Error for a root that is missing, or a folder with nothing in it: an archive whose
  /// disk is not mounted has not been deleted.
  explicit SyncWatch(const SyncRule& rule);

  /// An article was read; `document` held it before the run, 0 for none.
  void met(const std::string& locator, std::uint32_t document);
  /// What lies below an input that could not be read is not gone.
  void unread(const Diagnostic& diagnostic);

  struct Finding {
    std::vector<GoneArticle> gone;
    /// Articles that the index held from these roots before the run.
    std::size_t held = 0;
    /// Kept, because their input could not be read.
    std::size_t sheltered = 0;
  };
  /// After the whole run, in the index as it was before. Throws Error for a root below which
  /// nothing was read.
  Finding find_gone(const std::string& database) const;
  void refuse_silent_roots() const;

 private:
  bool was_met(std::uint32_t document) const;

  std::vector<std::string> roots_;
  LocatorSet below_;
  LocatorSet unread_;
  /// By document number.
  std::vector<bool> met_;
  std::size_t met_count_ = 0;
};

}  // namespace kliping::indexer
