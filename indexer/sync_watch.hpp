// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "kliping/error.hpp"
#include "locator_set.hpp"

namespace kliping::indexer {

/// How much a sync may remove: a number of articles, or a percentage of the articles of its roots
/// that the index holds.
struct DeleteLimit {
  enum class Unit { articles, percent };

  double most = 10;
  Unit unit = Unit::percent;

  bool allows(std::size_t gone, std::size_t held) const;
};

/// What `sync` removes: articles that lay below these roots and do so no more.
struct SyncRule {
  std::vector<std::string> roots;
  DeleteLimit max_delete;
};

/// An article that the index holds, but its inputs do not any more.
struct GoneArticle {
  std::uint32_t document = 0;
  std::string id;
  std::string locator;
};

/// Follows a run over the roots of a sync, and finds out at its end what is gone. Not thread-safe.
class SyncWatch {
 public:
  /// Throws Error for a root that is missing, or a folder with nothing in it: an archive whose
  /// disk is not mounted has not been deleted.
  explicit SyncWatch(const SyncRule& rule);

  /// To be called for each article that was read. `document` held it before the run; 0 for none.
  void met(const std::string& locator, std::uint32_t document);
  /// To be called for each input that could not be read: what lies below it does not count as gone.
  void unread(const Diagnostic& diagnostic);

  struct Finding {
    std::vector<GoneArticle> gone;
    /// Articles that the index held from these roots before the run.
    std::size_t held = 0;
    /// Kept, because their input could not be read.
    std::size_t sheltered = 0;
  };
  /// To be called after the whole run, with the index as it was before. Throws Error as
  /// refuse_silent_roots().
  Finding find_gone(const std::string& database) const;
  /// Throws Error for a root below which nothing was read: its disk may not be mounted.
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
