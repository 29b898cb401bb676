// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "add_run.hpp"

namespace kliping::indexer {

/// Writes `--report`: a JSON record for each article, in input order. Records wait in a temporary
/// file without a name until the articles are safe in the index, and are then copied to the report.
class Report {
 public:
  /// `spool_folder` must exist. Opens `file` at once, so that a mistyped path costs no run.
  Report(const std::filesystem::path& file, const std::filesystem::path& spool_folder);

  void add(const Outcome& outcome);
  /// Copies the spool to the report and closes it. Throws Error.
  void publish();

 private:
  struct Close {
    void operator()(std::FILE* file) const noexcept { std::fclose(file); }
  };
  using File = std::unique_ptr<std::FILE, Close>;

  static File open_spool(const std::filesystem::path& folder);

  std::filesystem::path path_;
  File report_;
  File spool_;
};

/// `added`, `updated`, `unchanged`, `skipped`, `removed`, as the report and `--verbose` say it.
std::string_view name_of(Outcome::Kind kind) noexcept;

/// One record of the report, with its line feed.
std::string render(const Outcome& outcome);

}  // namespace kliping::indexer
