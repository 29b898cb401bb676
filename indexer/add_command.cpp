// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "commands.hpp"
#include "console.hpp"
#include "file_system.hpp"
#include "interrupt.hpp"
#include "kliping/command.hpp"
#include "report.hpp"

namespace kliping::indexer {

namespace {

constexpr std::string_view tool = "kliping-index";

std::vector<std::string> read_names(const std::string& list, char separator) {
  const bool standard_input = list == "-";
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> opened(
      standard_input ? nullptr : std::fopen(list.c_str(), "re"),
      [](std::FILE* file) { return std::fclose(file); });
  if (!standard_input && !opened) throw system_error(list);
  std::vector<std::string> names;
  for_each_line(standard_input ? stdin : opened.get(), list, separator, [&](std::string_view name) {
    if (!name.empty()) names.emplace_back(name);
  });
  return names;
}

AddSettings with_listed_inputs(const AddOptions& options) {
  AddSettings settings = options.settings;
  settings.lists = read_lists(options.lists);
  if (options.files_from.empty()) return settings;
  for (std::string& name : read_names(options.files_from, options.separator)) {
    settings.inputs.push_back(std::move(name));
  }
  return settings;
}

Console::Progress wanted_progress(const AddOptions& options) {
  const bool quiet = options.verbosity == Verbosity::quiet;
  const bool terminal = isatty(STDERR_FILENO) != 0 && command::environment("TERM") != "dumb";
  const bool wanted = options.progress == command::When::always ||
                      (options.progress == command::When::automatic && terminal && !quiet);
  return wanted ? Console::Progress::shown : Console::Progress::hidden;
}

std::string summary(const AddTally& tally, const Console& console) {
  const double seconds = console.elapsed().count();
  const double rate = static_cast<double>(console.bytes()) / 1e6 / std::max(seconds, 1e-3);
  return fmt::format("added {}, updated {}, unchanged {}, skipped {} in {:.1f} s ({:.1f} MB/s)\n",
                     tally.added, tally.updated, tally.unchanged, tally.skipped, seconds, rate);
}

AddObserver observe(Console& console, std::optional<Report>& report, Verbosity verbosity) {
  return {.outcome =
              [&console, &report, verbosity](const Outcome& outcome) {
                console.add_article();
                if (report) report->add(outcome);
                if (verbosity != Verbosity::verbose || outcome.kind == Outcome::Kind::skipped) {
                  return;
                }
                console.print(fmt::format("{} {} ({})\n", name_of(outcome.kind),
                                          command::visible(outcome.id),
                                          command::visible(outcome.locator)));
              },
          .diagnostic =
              [&console, verbosity](const Diagnostic& diagnostic) {
                const bool error = diagnostic.severity == Diagnostic::Severity::error;
                if (!error && verbosity == Verbosity::quiet) return;
                console.print(command::render(tool, diagnostic));
              },
          .read = [&console](std::size_t bytes) { console.add_bytes(bytes); },
          .interrupted = [] { return interrupt::noted() != 0; }};
}

ExitCode exit_code(const AddTally& tally) {
  if (interrupt::noted() == SIGINT) return ExitCode::interrupted;
  if (interrupt::noted() == SIGTERM) return ExitCode::terminated;
  return tally.errors > 0 ? ExitCode::nothing_or_skipped : ExitCode::success;
}

}  // namespace

ExitCode run_add(const AddOptions& options) {
  const AddSettings settings = with_listed_inputs(options);
  interrupt::install();
  DatabaseFolder folder(database_path(options.database), options.wait_for_lock,
                        [] { return interrupt::noted() != 0; });
  std::optional<Report> report;
  if (!options.report.empty()) report.emplace(options.report, folder.staging());

  Console console(wanted_progress(options));
  console.set_total_bytes(total_bytes(settings.inputs, settings.read));
  const AddTally tally =
      add_articles(folder, settings, observe(console, report, options.verbosity));
  if (report) report->publish();
  console.finish_progress();
  if (options.verbosity != Verbosity::quiet) console.print(summary(tally, console));
  return exit_code(tally);
}

}  // namespace kliping::indexer
