// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger.hpp"

#include <fmt/format.h>

#include <utility>

namespace kliping::indexer {

std::vector<FreshArticle> Ledger::decide(
    std::vector<std::variant<Candidate, Diagnostic>>&& candidates) {
  std::vector<FreshArticle> fresh;
  for (auto& item : candidates) {
    if (const auto* fault = std::get_if<Diagnostic>(&item)) {
      note(*fault);
      continue;
    }
    auto& candidate = std::get<Candidate>(item);
    const Outcome::Kind kind = judge(candidate);
    const Article& article = candidate.fresh.article;
    observer_.outcome({.kind = kind, .id = article.id, .locator = article.locator, .reason = {}});
    if (kind != Outcome::Kind::unchanged) fresh.push_back(std::move(candidate.fresh));
  }
  return fresh;
}

Outcome::Kind Ledger::judge(const Candidate& candidate) {
  const FreshArticle& fresh = candidate.fresh;
  const auto seen = seen_.exchange(fresh.identity, fresh.fingerprint);
  const bool first = seen == SeenArticles::Seen::never;
  const bool same = first ? candidate.known && candidate.known->fingerprint == fresh.fingerprint
                          : seen == SeenArticles::Seen::same;
  if (same && (!first || settings_.unchanged == UnchangedRule::skip)) {
    ++tally_.unchanged;
    return Outcome::Kind::unchanged;
  }
  if (!first) replaced_.identities.push_back(fresh.identity);
  if (candidate.known) replaced_.documents.push_back(candidate.known->document);
  if (first && !candidate.known) {
    ++tally_.added;
    return Outcome::Kind::added;
  }
  ++tally_.updated;
  return Outcome::Kind::updated;
}

void Ledger::note(const Diagnostic& diagnostic) {
  observer_.diagnostic(diagnostic);
  if (diagnostic.severity == Diagnostic::Severity::note) return;
  const std::string reason = diagnostic.message.english();
  observer_.outcome({.kind = Outcome::Kind::skipped,
                     .id = {},
                     .locator = diagnostic.locator,
                     .line = diagnostic.line,
                     .reason = reason});
  skips_.add(diagnostic);
  ++tally_.skipped;
  if (diagnostic.severity != Diagnostic::Severity::error) return;
  ++tally_.errors;
  if (settings_.max_errors && tally_.errors >= *settings_.max_errors) {
    throw Error(counted(tally_.errors, "gave up after {} faulty input",
                        "gave up after {} faulty inputs", tally_.errors),
                message("raise --max-errors, or leave it out to index whatever can be read"));
  }
}

}  // namespace kliping::indexer
