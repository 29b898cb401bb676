// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "amounts.hpp"
#include "command_support.hpp"
#include "commands.hpp"
#include "edit_index.hpp"
#include "file_system.hpp"
#include "interrupt.hpp"
#include "kliping/command.hpp"
#include "kliping/language.hpp"
#include "report.hpp"

/// The commands that change an index without reading articles.
namespace kliping::indexer {

namespace {

void summarize(const WriterOptions& options, const Message& line) {
  if (options.verbosity != Verbosity::quiet) fmt::print(stderr, "{}\n", tr(line));
}

DatabaseFolder open_existing(const WriterOptions& options) {
  interrupt::install();
  return DatabaseFolder(database_path(options.database), claim(options),
                        DatabaseFolder::Absent::refused);
}

/// What is written aside and published whole leaves nothing behind but staging data when it is
/// killed; a signal that came before that counts, too.
void end_at_once_from_here() {
  interrupt::uninstall();
  if (const auto code = interrupt::exit_code()) {
    throw Error(message("interrupted: nothing was changed"), {}, *code);
  }
}

void tell_mended(const DatabaseFolder& folder, const WriterOptions& options) {
  if (folder.mended() && options.verbosity != Verbosity::quiet) print_diagnostic(*folder.mended());
}

std::vector<std::string> wanted_ids(const RemoveOptions& options) {
  std::vector<std::string> ids = options.ids;
  if (options.ids_from.empty()) return ids;
  for (std::string& id : read_names(options.ids_from, options.separator)) {
    ids.push_back(std::move(id));
  }
  return ids;
}

FoundArticles find(const RemoveOptions& options, const std::filesystem::path& generation) {
  return options.query.empty()
             ? find_articles(generation, wanted_ids(options))
             : find_articles_by_query(generation, options.query, command::today());
}

Outcome outcome_of(const GoneArticle& article) {
  return {
      .kind = Outcome::Kind::removed, .id = article.id, .locator = article.locator, .reason = {}};
}

void tell_each(const std::vector<GoneArticle>& articles, const RemoveOptions& options) {
  for (const GoneArticle& article : articles) {
    const std::string id = command::visible(article.id);
    const std::string locator = command::visible(article.locator);
    if (options.effect == Effect::rehearsed) {
      fmt::print("removed\t{}\t{}\n", id, locator);
    } else if (options.writer.verbosity == Verbosity::verbose) {
      fmt::print(stderr, "removed {} ({})\n", id, locator);
    }
  }
}

void report(const std::string& file, const std::filesystem::path& spool,
            const std::vector<GoneArticle>& articles) {
  if (file.empty()) return;
  Report records(file, spool);
  for (const GoneArticle& article : articles) records.add(outcome_of(article));
  records.publish();
}

ExitCode finish_removal(const FoundArticles& found, const RemoveOptions& options) {
  const std::string database = database_path(options.writer.database);
  for (const std::string& id : found.unknown) {
    print_diagnostic(
        {.locator = database, .message = message("no article has the id '{}'", id), .hint = {}});
  }
  const Message counts =
      found.unknown.empty()
          ? message("removed {}", found.articles.size())
          : message("removed {}, unknown {}", found.articles.size(), found.unknown.size());
  summarize(options.writer,
            options.effect == Effect::rehearsed ? message("dry run: {}", counts) : counts);
  return found.unknown.empty() ? ExitCode::success : ExitCode::nothing_or_skipped;
}

}  // namespace

ExitCode run_remove(const RemoveOptions& options) {
  if (options.effect == Effect::rehearsed) {
    const FoundArticles found =
        find(options, existing_generation(database_path(options.writer.database)));
    tell_each(found.articles, options);
    report(options.report, std::filesystem::temp_directory_path(), found.articles);
    return finish_removal(found, options);
  }
  DatabaseFolder folder = open_existing(options.writer);
  tell_mended(folder, options.writer);
  const FoundArticles found = find(options, folder.generation().value());
  remove_articles(folder, found.articles);
  tell_each(found.articles, options);
  report(options.report, folder.staging(), found.articles);
  const ExitCode code = finish_removal(found, options);
  return interrupt::exit_code().value_or(code);
}

ExitCode run_compact(const CompactOptions& options) {
  DatabaseFolder folder = open_existing(options.writer);
  tell_mended(folder, options.writer);
  end_at_once_from_here();
  const auto [before, after] = compact_index(folder);
  summarize(options.writer, message("compacted {} to {}", megabytes(before), megabytes(after)));
  return ExitCode::success;
}

ExitCode run_merge(const MergeOptions& options) {
  const std::vector<std::filesystem::path> tables = mergeable(options.sources);
  interrupt::install();
  DatabaseFolder folder(options.writer.database, claim(options.writer));
  if (folder.generation()) {
    throw Error(message("{}: holds a database already", options.writer.database),
                message("name a folder that does not exist yet: --output=PATH"));
  }
  end_at_once_from_here();
  const MergeTally tally = merge_indexes(folder, tables);
  const std::size_t merged = options.sources.size();
  const Message databases = counted(merged, "{} database", "{} databases", merged);
  summarize(options.writer, tally.replaced == 0
                                ? message("merged {}: {}", databases, article_count(tally.articles))
                                : message("merged {}: {}; {} had a later version", databases,
                                          article_count(tally.articles), tally.replaced));
  return ExitCode::success;
}

}  // namespace kliping::indexer
