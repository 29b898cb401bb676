// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <optional>
#include <string>

#include "check_index.hpp"
#include "command_support.hpp"
#include "commands.hpp"
#include "kliping/command.hpp"
#include "kliping/language.hpp"

namespace kliping::indexer {

namespace {

/// More faults than this are only counted.
constexpr std::uint64_t most_shown = 20;

/// Keeps writers away meanwhile. Where the folder cannot be written to, nobody writes.
void hold(std::optional<LockFile>& lock, const std::string& database, const WriterClaim& claim) {
  const std::filesystem::path file = std::filesystem::path(database) / "lock";
  if (access(database.c_str(), W_OK) == 0) lock.emplace(file, database, claim);
}

}  // namespace

ExitCode run_check(const CheckOptions& options) {
  const std::string database = database_path(options.writer.database);
  const std::filesystem::path generation = existing_generation(database);
  std::optional<LockFile> lock;
  hold(lock, database, claim(options.writer));
  std::uint64_t shown = 0;
  const CheckTally tally = check_index(generation, database, [&](const Diagnostic& fault) {
    if (++shown <= most_shown) print_diagnostic(fault);
  });
  if (tally.faults > 0) {
    throw Error(counted(tally.faults, "{}: {} fault", "{}: {} faults", database, tally.faults),
                message("kliping-index dump saves what can be read; add indexes it again"));
  }
  if (options.writer.verbosity != Verbosity::quiet) {
    fmt::print("{}\n", tr(message("{}: sound, {}, {} of them indexed again and the same", database,
                                  article_count(tally.articles), tally.rebuilt)));
  }
  return ExitCode::success;
}

}  // namespace kliping::indexer
