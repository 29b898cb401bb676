// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <xapian.h>

#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <vector>

#include "command_support.hpp"
#include "commands.hpp"
#include "dumped_article.hpp"
#include "edit_index.hpp"
#include "kliping/command.hpp"
#include "kliping/database.hpp"
#include "kliping/stored_article.hpp"

namespace kliping::indexer {

namespace {

void print(const std::string& data) {
  const std::string line = dumped(load(data));
  std::fwrite(line.data(), 1, line.size(), stdout);
}

/// Prints the articles of a generation in the order of documents. A writer may change it under a
/// long dump, and then it goes on behind the last article printed: documents keep their numbers.
class Dumper {
 public:
  explicit Dumper(const std::filesystem::path& generation) : path_(generation.string()) {}

  void print_all() {
    reading([this](const Xapian::Database& database) {
      auto document = database.postlist_begin("");
      document.skip_to(last_ + 1);
      for (; document != database.postlist_end(""); ++document) print_one(database, *document);
    });
  }

  void print_these(const std::vector<GoneArticle>& articles) {
    reading([&](const Xapian::Database& database) {
      for (const GoneArticle& article : articles) {
        if (article.document > last_) print_one(database, article.document);
      }
    });
  }

 private:
  template <typename Print>
  void reading(Print&& print_from_last) {
    for (;;) {
      const Xapian::docid before = last_;
      try {
        return print_from_last(Xapian::Database(path_));
      } catch (const Xapian::DatabaseModifiedError&) {
        // As long as it gets on, it will come to an end.
        if (last_ == before) throw;
      }
    }
  }

  void print_one(const Xapian::Database& database, Xapian::docid document) {
    try {
      print(database.get_document(document).get_data());
    } catch (const Xapian::DocNotFoundError&) {
      // Removed meanwhile.
    }
    last_ = document;
  }

  std::string path_;
  Xapian::docid last_ = 0;
};

}  // namespace

ExitCode run_dump(const DumpOptions& options) {
  const std::string database = database_path(options.database);
  const std::filesystem::path generation = existing_generation(database);
  try {
    Dumper dumper(generation);
    if (options.query.empty()) {
      dumper.print_all();
    } else {
      dumper.print_these(
          find_articles_by_query(generation, options.query, command::today()).articles);
    }
  } catch (const Xapian::Error& error) {
    throw translate(error, database);
  }
  return ExitCode::success;
}

}  // namespace kliping::indexer
