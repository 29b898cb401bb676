// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/batch.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <fstream>
#include <iostream>

#include "kliping/command.hpp"
#include "search/matcher.hpp"
#include "searcher/request.hpp"

namespace kliping::searcher {

namespace {

class Batch {
 public:
  Batch(Archive& archive, const Options& options, const Streams& streams)
      : archive_(archive), options_(options), streams_(streams) {}

  void line(const std::string& line) {
    ++number_;
    if (line.empty()) return;
    const auto tab = line.find('\t');
    if (tab == std::string::npos)
      return complain(message("no tab between the query's id and the query"));
    try {
      answer(line.substr(0, tab), std::string_view{line}.substr(tab + 1));
    } catch (const Error& error) {
      // A fault of the database would meet every query after this one.
      if (error.code() == ExitCode::try_again) throw;
      complain(error.message(), error.hint_message());
    }
  }

  ExitCode outcome() const {
    if (failed_) return ExitCode::failure;
    return hits_ > 0 ? ExitCode::success : ExitCode::nothing_or_skipped;
  }

 private:
  void answer(std::string_view query_id, std::string_view text) {
    const BuiltQuery query = build(parse(text, options_, archive_), options_, archive_);
    const std::string lines = archive_.read([&](const Xapian::Database& database) {
      DecodedIndex* const decoded = archive_.decoded();
      const Matches matches = match({database, archive_.place(), decoded}, query, options_.window);
      std::string out;
      for (const Match& m : matches.page) {
        const std::string identity = decoded ? std::string{decoded->identity(m.document)}
                                             : identity_of(database, m.document);
        add_trec_line(out, query_id, identity, m.rank, m.score, options_.run_tag);
      }
      return out;
    });
    hits_ += lines.empty() ? 0 : 1;
    streams_.out(lines);
  }

  void complain(const Message& message, const Message& hint = {}) {
    failed_ = true;
    streams_.err(command::render(
        "kliping-search",
        Diagnostic{Diagnostic::Severity::error, options_.queries_file, number_, message, hint}));
  }

  Archive& archive_;
  const Options& options_;
  const Streams& streams_;
  std::size_t number_ = 0;
  std::size_t hits_ = 0;
  bool failed_ = false;
};

}  // namespace

ExitCode run_batch(Archive& archive, const Options& options, const Streams& streams) {
  // A database that cannot be read is reported once, not for every query.
  archive.read([](const Xapian::Database& database) { return database.get_doccount(); });
  Batch batch(archive, options, streams);
  std::ifstream file;
  const bool standard_input = options.queries_file == "-";
  if (!standard_input) {
    file.open(options.queries_file);
    if (!file) throw Error(message("{}: {}", options.queries_file, system_message(errno)));
  }
  std::istream& in = standard_input ? std::cin : file;
  for (std::string line; std::getline(in, line);) {
    if (line.ends_with('\r')) line.pop_back();
    batch.line(line);
  }
  if (in.bad()) throw Error(message("{}: cannot be read", options.queries_file));
  return batch.outcome();
}

}  // namespace kliping::searcher
