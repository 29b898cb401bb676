// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "add_run.hpp"
#include "batch.hpp"
#include "existing_articles.hpp"
#include "run_log.hpp"
#include "seen_articles.hpp"
#include "sink.hpp"

namespace kliping::indexer {

/// An article that was read, and what the index held under its identity.
struct Candidate {
  FreshArticle fresh;
  std::optional<KnownArticle> known;
  /// Line of its record, for the report.
  std::size_t line = 0;
};

/// Decides for each article, in input order, whether it is added, updated or unchanged, and counts
/// these outcomes. Not thread-safe.
class Ledger {
 public:
  Ledger(const AddSettings& settings, const AddObserver& observer)
      : settings_(settings), observer_(observer) {}

  /// Gives the articles that are to be indexed, in their order. Throws Error after too many faults.
  std::vector<FreshArticle> decide(std::vector<std::variant<Candidate, Diagnostic>>&& candidates);

  /// Frees memory; to be called after the last decision.
  void forget_seen() { seen_ = {}; }

  const AddTally& tally() const noexcept { return tally_; }
  std::vector<SkipReason> skip_reasons() const { return skips_.reasons(); }
  const Replaced& replaced() const noexcept { return replaced_; }

 private:
  Outcome::Kind judge(const Candidate& candidate);
  void note(const Diagnostic& diagnostic);

  const AddSettings& settings_;
  const AddObserver& observer_;
  SeenArticles seen_;
  AddTally tally_;
  SkipTally skips_;
  Replaced replaced_;
};

}  // namespace kliping::indexer
