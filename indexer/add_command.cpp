// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "command_support.hpp"
#include "commands.hpp"
#include "console.hpp"
#include "file_system.hpp"
#include "interrupt.hpp"
#include "kliping/command.hpp"
#include "kliping/language.hpp"
#include "report.hpp"

namespace kliping::indexer {

namespace {

AddSettings with_listed_inputs(const AddOptions& options) {
  AddSettings settings = options.settings;
  settings.lists = read_lists(options.lists);
  if (!options.files_from.empty()) {
    for (std::string& name : read_names(options.files_from, options.separator)) {
      settings.inputs.push_back(std::move(name));
    }
  }
  if (settings.sync) settings.sync->roots = settings.inputs;
  return settings;
}

Console::Progress wanted_progress(const AddOptions& options) {
  const bool quiet = options.writer.verbosity == Verbosity::quiet;
  const bool terminal = isatty(STDERR_FILENO) != 0 && command::environment("TERM") != "dumb";
  const bool wanted = options.progress == command::When::always ||
                      (options.progress == command::When::automatic && terminal && !quiet);
  return wanted ? Console::Progress::shown : Console::Progress::hidden;
}

std::string summary(const AddTally& tally, const AddOptions& options, const Console& console) {
  const double seconds = console.elapsed().count();
  const double rate = static_cast<double>(console.bytes()) / 1e6 / std::max(seconds, 1e-3);
  const Message counts =
      options.settings.sync
          ? message("added {}, updated {}, unchanged {}, removed {}, skipped {}", tally.added,
                    tally.updated, tally.unchanged, tally.removed, tally.skipped)
          : message("added {}, updated {}, unchanged {}, skipped {}", tally.added, tally.updated,
                    tally.unchanged, tally.skipped);
  const std::string pace = fmt::format("{:.1f} s ({:.1f} MB/s)", seconds, rate);
  const Message line = options.effect == Effect::rehearsed
                           ? message("dry run: {} in {}", counts, pace)
                           : message("{} in {}", counts, pace);
  return tr(line) + '\n';
}

/// What becomes of articles, told as the options ask for it.
class Telling {
 public:
  Telling(const AddOptions& options, Console& console) : options_(options), console_(console) {}

  void report_to(Report& report) { report_ = &report; }

  AddObserver observer() {
    return {.outcome = [this](const Outcome& outcome) { tell(outcome); },
            .diagnostic = [this](const Diagnostic& diagnostic) { tell(diagnostic); },
            .read = [this](std::size_t bytes) { console_.add_bytes(bytes); },
            .interrupted = [] { return interrupt::noted() != 0; }};
  }

  void tell(const Diagnostic& diagnostic) {
    const bool error = diagnostic.severity == Diagnostic::Severity::error;
    if (!error && options_.writer.verbosity == Verbosity::quiet) return;
    console_.print(command::render(program_name, diagnostic));
  }

 private:
  void tell(const Outcome& outcome) {
    using Kind = Outcome::Kind;
    console_.add_article();
    if (report_) report_->add(outcome);
    if (outcome.kind == Kind::skipped) return;
    const std::string id = command::visible(outcome.id);
    const std::string locator = command::visible(outcome.locator);
    if (options_.effect == Effect::rehearsed) {
      if (outcome.kind == Kind::unchanged) return;
      fmt::print("{}\t{}\t{}\n", name_of(outcome.kind), id, locator);
    } else if (options_.writer.verbosity == Verbosity::verbose) {
      console_.print(fmt::format("{} {} ({})\n", name_of(outcome.kind), id, locator));
    }
  }

  const AddOptions& options_;
  Console& console_;
  Report* report_ = nullptr;
};

/// A name of `--map` that nothing has is a slip of the pen; of tables that was told by name.
std::vector<Diagnostic> unused_names(const AddTally& tally, const ReadOptions& read) {
  std::vector<Diagnostic> found;
  if (tally.added + tally.updated + tally.unchanged == 0) return found;
  for (std::size_t i = 0; i < read.map.size(); ++i) {
    if (read.map_use->is_marked(i)) continue;
    const auto& [field, name] = read.map[i];
    found.push_back({.severity = Diagnostic::Severity::note,
                     .locator = {},
                     .message = message("--map={}={}: no article has it", field, name),
                     .hint = {}});
  }
  return found;
}

/// What a run left undone, and why.
std::vector<Diagnostic> remarks(const AddTally& tally, const AddSettings& settings,
                                const std::string& database) {
  using Severity = Diagnostic::Severity;
  std::vector<Diagnostic> found = unused_names(tally, settings.read);
  if (interrupt::noted() != 0) {
    found.push_back({.severity = Severity::warning,
                     .locator = database,
                     .message = message("interrupted: what was read until then is in the index, "
                                        "and the same command again does the rest"),
                     .hint = {}});
  }
  if (tally.sheltered > 0) {
    found.push_back({.severity = Severity::warning,
                     .locator = database,
                     .message = message("kept {} of inputs that could not be read",
                                        article_count(tally.sheltered)),
                     .hint = {}});
  }
  if (tally.withheld > 0) {
    found.push_back(
        {.severity = Severity::error,
         .locator = database,
         .message = counted(tally.withheld,
                            "{} article of {} has vanished, more than --max-delete allows: "
                            "none was removed",
                            "{} articles of {} have vanished, more than --max-delete allows: "
                            "none was removed",
                            tally.withheld, tally.held),
         .hint = message("sync --dry-run lists them; if that is right, raise --max-delete")});
  }
  return found;
}

ExitCode exit_code(const AddTally& tally) {
  if (const auto interrupted = interrupt::exit_code()) return *interrupted;
  if (tally.withheld > 0) return ExitCode::failure;
  return tally.errors > 0 ? ExitCode::nothing_or_skipped : ExitCode::success;
}

std::optional<Report> open_report(const std::string& file, const std::filesystem::path& spool) {
  if (file.empty()) return std::nullopt;
  return std::optional<Report>(std::in_place, file, spool);
}

AddTally write(const std::string& database, const AddOptions& options, const AddSettings& settings,
               Telling& telling) {
  DatabaseFolder folder(database, claim(options.writer));
  if (folder.mended()) telling.tell(*folder.mended());
  std::optional<Report> report = open_report(options.report, folder.staging());
  if (report) telling.report_to(*report);
  const AddTally tally = add_articles(folder, settings, telling.observer());
  if (report) report->publish();
  return tally;
}

AddTally rehearse(const std::string& database, const AddOptions& options,
                  const AddSettings& settings, Telling& telling) {
  std::optional<Report> report =
      open_report(options.report, std::filesystem::temp_directory_path());
  if (report) telling.report_to(*report);
  const std::uint64_t number = published_generation(database);
  std::optional<std::filesystem::path> generation;
  if (number > 0) generation = existing_generation(database);
  const AddTally tally = rehearse(generation, settings, telling.observer());
  if (report) report->publish();
  return tally;
}

}  // namespace

ExitCode run_add(const AddOptions& options) {
  const AddSettings settings = with_listed_inputs(options);
  const std::string database = database_path(options.writer.database);
  interrupt::install();
  Console console(wanted_progress(options));
  console.set_total_bytes(total_bytes(settings.inputs, settings.read));
  Telling telling(options, console);
  const AddTally tally = options.effect == Effect::rehearsed
                             ? rehearse(database, options, settings, telling)
                             : write(database, options, settings, telling);
  console.finish_progress();
  for (const Diagnostic& remark : remarks(tally, settings, database)) telling.tell(remark);
  if (options.writer.verbosity != Verbosity::quiet) {
    console.print(summary(tally, options, console));
  }
  return exit_code(tally);
}

}  // namespace kliping::indexer
