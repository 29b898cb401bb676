// SPDX-License-Identifier: GPL-3.0-or-later
#include "check_index.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <sstream>
#include <vector>

#include "document_builder.hpp"
#include "kliping/analysis/analyzer.hpp"
#include "kliping/database.hpp"
#include "kliping/schema.hpp"
#include "kliping/stored_article.hpp"

namespace kliping::indexer {

namespace fs = std::filesystem;

namespace {

/// Articles that are indexed again: some seconds, and one in so many of a large archive.
constexpr Xapian::doccount rebuilt_articles = 2000;

/// The tables of a glass database; those without content have no file.
constexpr const char* tables[] = {"postlist", "docdata", "termlist", "position"};

/// Xapian opens what it checks for writing, and would take a refusal for damage.
void require_writable(const fs::path& table) {
  const int descriptor = open(table.c_str(), O_RDWR | O_CLOEXEC);
  if (descriptor >= 0) {
    close(descriptor);
    return;
  }
  if (errno == EACCES || errno == EPERM || errno == EROFS) {
    throw Error(message("{}: no table is checked without leave to write it", table.string()),
                message("check a copy, or as the user who writes it"));
  }
}

/// What Xapian's own check says of a table; empty where it is sound.
std::optional<std::string> damage_of(const fs::path& table) {
  std::ostringstream log;
  try {
    if (Xapian::Database::check(table.string(), 0, &log) == 0) return std::nullopt;
  } catch (const Xapian::Error& error) {
    return error.get_msg();
  }
  std::string last;
  std::istringstream lines(log.str());
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty()) last = line;
  }
  return last;
}

class IndexCheck {
 public:
  IndexCheck(const fs::path& generation, const std::string& name,
             const std::function<void(const Diagnostic&)>& fault)
      : generation_(generation), name_(name), fault_(fault) {}

  CheckTally run() {
    check_files();
    // A damaged table would make every article that it touches a fault of its own.
    if (tally_.faults > 0) return tally_;
    const Xapian::Database database(generation_.string());
    check_marks(database);
    if (tally_.faults == 0) check_articles(database);
    return tally_;
  }

 private:
  void say(const std::string& where, Message what) {
    ++tally_.faults;
    fault_({.locator = where, .message = std::move(what), .hint = {}});
  }

  void say_of(Xapian::docid document, const std::string& id, const Message& what) {
    say(name_, id.empty() ? message("document {}: {}", document, what)
                          : message("article '{}': {}", id, what));
  }

  void check_files();
  void check_marks(const Xapian::Database& database);
  void check_articles(const Xapian::Database& database);
  void check_article(const Xapian::Database& database, Xapian::docid number);
  void check_identity(const Xapian::Database& database, const Xapian::Document& document,
                      const Article& article);
  void check_length(const Xapian::Database& database, const Xapian::Document& document,
                    const Article& article);
  void compare_rebuilt(const Xapian::Document& document, const Article& article);

  const fs::path& generation_;
  const std::string& name_;
  const std::function<void(const Diagnostic&)>& fault_;
  /// Absent where the index follows other rules than this program's.
  std::optional<DocumentBuilder> builder_;
  CheckTally tally_;
};

void IndexCheck::check_files() {
  for (const char* const table : tables) {
    const fs::path file = generation_ / fmt::format("{}.glass", table);
    if (!fs::exists(file)) continue;
    require_writable(file);
    if (const auto damage = damage_of(file)) say(file.string(), message("damaged: {}", *damage));
  }
  if (tally_.faults > 0) return;
  std::ostringstream log;
  const auto faults = Xapian::Database::check(generation_.string(), 0, &log);
  if (faults > 0) say(generation_.string(), message("its tables disagree with one another"));
}

void IndexCheck::check_marks(const Xapian::Database& database) {
  const std::string version = database.get_metadata(std::string{schema::metadata::version});
  const int number = schema::read_version(version);
  if (number < schema::oldest_version || number > schema::version) {
    say(name_, message("index format '{}', not {}", version, schema::version));
  }
  Analyzer analyzer(stored_word_lists(database));
  const std::string rules = database.get_metadata(std::string{schema::metadata::analysis});
  if (rules.empty()) say(name_, message("no mark of the language rules that it follows"));
  if (rules == analyzer.fingerprint()) {
    builder_.emplace(std::move(analyzer), DuplicateRule::near, stored_positions(database));
  }
}

void IndexCheck::check_articles(const Xapian::Database& database) {
  tally_.articles = database.get_doccount();
  const auto stride = std::max<std::uint64_t>(1, tally_.articles / rebuilt_articles);
  std::uint64_t seen = 0;
  const auto end = database.postlist_end("");
  for (auto document = database.postlist_begin(""); document != end; ++document, ++seen) {
    check_article(database, *document);
    if (!builder_ || seen % stride != 0) continue;
    const Xapian::Document read = database.get_document(*document);
    compare_rebuilt(read, load(read.get_data()));
    ++tally_.rebuilt;
  }
}

void IndexCheck::check_article(const Xapian::Database& database, Xapian::docid number) {
  const Xapian::Document document = database.get_document(number);
  try {
    const Article article = load(document.get_data());
    if (article.id.empty()) return say_of(number, {}, message("its stored text has no id"));
    check_identity(database, document, article);
    check_length(database, document, article);
  } catch (const Error& error) {
    say_of(number, {}, Message::verbatim(error.what()));
  }
}

std::string value_of(const Xapian::Document& document, schema::Slot slot) {
  return document.get_value(static_cast<Xapian::valueno>(slot));
}

void IndexCheck::check_identity(const Xapian::Database& database, const Xapian::Document& document,
                                const Article& article) {
  const std::string term = schema::identity_term(article.id);
  auto found = document.termlist_begin();
  found.skip_to(std::string{schema::prefix::identity});
  if (found == document.termlist_end() || *found != term) {
    say_of(document.get_docid(), article.id, message("its identity among the terms is another"));
  } else if (++found != document.termlist_end() && (*found).starts_with(schema::prefix::identity)) {
    say_of(document.get_docid(), article.id, message("more than one identity"));
  }
  if (const auto holders = database.get_termfreq(term); holders > 1) {
    say_of(document.get_docid(), article.id, message("{} documents have this id", holders));
  }
  const auto expected = fingerprint(article);
  const std::string_view bytes(reinterpret_cast<const char*>(expected.data()), expected.size());
  if (value_of(document, schema::Slot::identity) != article.id ||
      value_of(document, schema::Slot::fingerprint) != bytes) {
    say_of(document.get_docid(), article.id,
           message("its values are not those of its stored text"));
  }
}

void IndexCheck::check_length(const Xapian::Database& database, const Xapian::Document& document,
                              const Article& article) {
  Xapian::termcount length = 0;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    length += term.get_wdf();
  }
  if (length != database.get_doclength(document.get_docid())) {
    say_of(document.get_docid(), article.id, message("its length is not that of its terms"));
  }
}

bool same_terms(const Xapian::Document& document, const IndexDocument& expected) {
  auto term = document.termlist_begin();
  for (const DocumentTerm& wanted : expected.terms) {
    if (term == document.termlist_end() || *term != wanted.term || term.get_wdf() != wanted.wdf ||
        !std::equal(term.positionlist_begin(), term.positionlist_end(), wanted.positions.begin(),
                    wanted.positions.end())) {
      return false;
    }
    ++term;
  }
  return term == document.termlist_end();
}

bool same_values(const Xapian::Document& document, const IndexDocument& expected) {
  const auto same = [&](const DocumentValue& value) {
    return value_of(document, value.slot) == value.value;
  };
  return std::all_of(expected.values.begin(), expected.values.end(), same) &&
         document.values_count() == expected.values.size();
}

void IndexCheck::compare_rebuilt(const Xapian::Document& document, const Article& article) {
  const std::string stored = store(article);
  const std::string identity = schema::identity_term(article.id);
  builder_->follow(rule_of(value_of(document, schema::Slot::signature)));
  const IndexDocument& expected = builder_->build(article, identity, stored, fingerprint(article));
  if (!same_terms(document, expected)) {
    say_of(document.get_docid(), article.id, message("its terms are not those of its stored text"));
  }
  if (!same_values(document, expected)) {
    say_of(document.get_docid(), article.id,
           message("its values are not those of its stored text"));
  }
}

}  // namespace

CheckTally check_index(const fs::path& generation, const std::string& database,
                       const std::function<void(const Diagnostic&)>& fault) {
  try {
    return IndexCheck(generation, database, fault).run();
  } catch (const Xapian::Error& error) {
    throw translate(error, database);
  }
}

}  // namespace kliping::indexer
