// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync_watch.hpp"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "file_system.hpp"
#include "kliping/schema.hpp"
#include "kliping/stored_article.hpp"

namespace kliping::indexer {

namespace fs = std::filesystem;

namespace {

Message nothing_removed() {
  return message("nothing was changed; is the disk it lies on mounted?");
}

void refuse_missing(const std::string& root) {
  if (root == "-") {
    throw Error(message("sync: standard input is no place that could lose articles"),
                message("name folders or files; add reads standard input"));
  }
  std::error_code fault;
  const fs::file_status status = fs::status(root, fault);
  if (!fs::exists(status)) {
    const Message why = fault ? system_message(fault) : system_message(ENOENT);
    throw Error(message("{}: {}", root, why), nothing_removed());
  }
  const bool empty =
      (fs::is_directory(status) || fs::is_regular_file(status)) && fs::is_empty(root, fault);
  if (fault) throw system_error(root, fault);
  if (empty) throw Error(message("{}: empty", root), nothing_removed());
}

}  // namespace

bool DeleteLimit::allows(std::size_t gone, std::size_t held) const {
  const double part = unit == Unit::percent ? static_cast<double>(held) / 100 : 1;
  return static_cast<double>(gone) <= most * part;
}

SyncWatch::SyncWatch(const SyncRule& rule) {
  for (const std::string& root : rule.roots) {
    refuse_missing(root);
    roots_.push_back(tidy_path(root));
    below_.insert(roots_.back());
  }
}

void SyncWatch::met(const std::string& locator, std::uint32_t document) {
  below_.count(locator);
  if (document == 0 || was_met(document)) return;
  if (document >= met_.size()) met_.resize(std::max<std::size_t>(document + 1, met_.size() * 2));
  met_[document] = true;
  ++met_count_;
}

void SyncWatch::unread(const Diagnostic& diagnostic) {
  if (diagnostic.severity != Diagnostic::Severity::error) return;
  below_.count(diagnostic.locator);
  // A damaged record may have broken off those that followed.
  unread_.insert(without_record(diagnostic.locator));
}

bool SyncWatch::was_met(std::uint32_t document) const {
  return document < met_.size() && met_[document];
}

void SyncWatch::refuse_silent_roots() const {
  for (const std::string& root : roots_) {
    if (below_.counted(root) > 0) continue;
    throw Error(message("{}: no article in it", root), nothing_removed());
  }
}

SyncWatch::Finding SyncWatch::find_gone(const std::string& path) const {
  refuse_silent_roots();
  Finding finding;
  finding.held = met_count_;
  const Xapian::Database database(path);
  const auto end = database.postlist_end("");
  for (auto document = database.postlist_begin(""); document != end; ++document) {
    if (was_met(*document)) continue;
    const Article article = load(database.get_document(*document).get_data());
    if (!below_.holds(article.locator)) continue;
    ++finding.held;
    if (unread_.holds(article.locator)) {
      ++finding.sheltered;
    } else {
      finding.gone.push_back({*document, article.id, article.locator});
    }
  }
  return finding;
}

}  // namespace kliping::indexer
