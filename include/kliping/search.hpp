// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "kliping/article.hpp"
#include "kliping/date_range.hpp"
#include "kliping/error.hpp"
#include "kliping/span.hpp"

/// What kliping-search does, for programs: `open` databases that kliping-index wrote, `search`
/// them. docs/library.md tells how to build with it.
namespace kliping {

class Archive;

/// Whether operators in a query mean something: kliping-query(7) has them all.
enum class Syntax : std::uint8_t { operators, literal };

/// What joins words that stand side by side. `automatic` is `all` while enough have them all.
enum class Operator : std::uint8_t { automatic, all, any };

/// Whether a word finds its other forms.
enum class Forms : std::uint8_t { all, exact };

/// Whether a name also finds the article by its other names (`Korut`, `Korea Utara`).
enum class Synonyms : std::uint8_t { used, unused };

/// Relevance: the best first. Date: the newest first. Field: by a field's value, in the order of
/// its bytes, then as by date.
enum class Order : std::uint8_t { relevance, date, field };

/// Reversed dates begin with the oldest, a reversed field with its last value; a reversed page of
/// relevance ends with the best. Articles without the date or field come last either way.
enum class Direction : std::uint8_t { usual, reversed };

/// Exact totals make the matcher look at every article that matches.
enum class Count : std::uint8_t { estimated, exact };

/// Whether near-duplicates share the place of the best ranked of them, or have one each.
enum class Collapse : std::uint8_t { off, on };

/// The day it is in Jakarta now.
inline Today today_in_jakarta() {
  return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now() +
                                               std::chrono::hours{7});
}

/// How a query is read.
struct QueryOptions {
  Syntax syntax = Syntax::operators;
  Operator op = Operator::automatic;
  Forms forms = Forms::all;
  Synonyms synonyms = Synonyms::used;
  /// What `tanggal:kemarin` counts from.
  Today today = today_in_jakarta();
};

/// Which of the matches are wanted, and in which order.
struct PageOptions {
  /// Of the matches, so many are passed over, and so many are wanted.
  std::size_t offset = 0;
  std::size_t limit = 10;
  Order order = Order::relevance;
  /// For Order::field: `source`, `section`, `author`, …, or a key of the archive's own.
  std::string order_field{};
  Direction direction = Direction::usual;
  Count count = Count::exact;
  Collapse collapse = Collapse::on;
};

struct SearchOptions {
  QueryOptions query{};
  PageOptions page{};
  /// Code points of a snippet; 0 for none.
  std::size_t snippet_length = 200;
};

/// Text fit for one line (white space collapsed, control characters gone) and what to light up
/// in it: ascending, disjoint byte spans of whole surface words.
struct MarkedText {
  std::string text;
  std::vector<Span> highlights;
};

/// What is shown of an article that was found.
struct Extract {
  MarkedText title;
  MarkedText snippet;
  /// The query's words (as roots, where forms were looked for) and phrases that it answers.
  std::vector<std::string> matched;
};

/// An article that was found.
struct Hit {
  /// From 1, over all matches.
  std::size_t rank = 0;
  /// Comparable within one answer; 0 where nothing is ranked.
  double score = 0;
  /// As it was indexed: title, body, date, source, locator, ….
  Article article{};
  Extract extract{};
  /// Identities of the near-duplicates that stand behind it.
  std::vector<std::string> duplicate_ids{};
};

struct Answer {
  std::vector<Hit> hits{};
  /// All that match.
  std::size_t total = 0;
  /// Too few articles have every word: behind the `complete` that do stand some that do not.
  bool relaxed = false;
  std::size_t complete = 0;
  /// A server was away: what was found is not all there is.
  bool partial = false;
  /// The query that was probably meant; empty where nothing is in doubt.
  std::string corrected{};
};

/// Databases that are open, searched as one: what `open` gives. For one thread at a time; each
/// thread may open its own.
class Database {
 public:
  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;
  ~Database();

 private:
  explicit Database(std::unique_ptr<Archive> archive) noexcept;

  friend Database open(const std::vector<std::string>& names);
  friend Answer search(Database& database, std::string_view query, const SearchOptions& options);

  std::unique_ptr<Archive> archive_;
};

/// Opens databases to be searched as one. A name is what `kliping-search --db` takes: a path,
/// `HOST:PORT`, `ssh://HOST/PATH`, or a stub file that lists several. Throws Error where there is
/// none, or where one is missing, foreign, corrupt, or of another format than this library's.
Database open(const std::vector<std::string>& names);

/// Answers a query. Follows a database that an indexer changes meanwhile. Throws Error: for a query
/// that is none, showing the spot; for a database that went away, with ExitCode::try_again where
/// it may come back.
Answer search(Database& database, std::string_view query, const SearchOptions& options = {});

}  // namespace kliping
