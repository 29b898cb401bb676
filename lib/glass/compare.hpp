// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <sstream>
#include <string>
#include <vector>

#include "kliping/glass/builder.hpp"

namespace kliping::glass {

/// What two databases answer differently through Xapian's public API: every statistic, term,
/// posting, position, termlist, value, document and piece of metadata. A line for people on each
/// difference, some 20 at most; empty when the databases are equal. One that is too damaged to
/// answer is a difference, too.
std::vector<std::string> differences(const Xapian::Database& expected,
                                     const Xapian::Database& actual);

/// The same for the answers to `queries` ranked queries, made at random (`seed`) of the words of
/// `expected`: matches, their order and exact weights, and the bounds of their number.
std::vector<std::string> query_differences(const Xapian::Database& expected,
                                           const Xapian::Database& actual, unsigned queries,
                                           unsigned seed);

/// Compares a database with copies of documents that went into it: their data and values, and for
/// each term wdf and positions, looked up by document (termlist) and by term (postings).
std::vector<std::string> differences(const Xapian::Database& database,
                                     const std::vector<Sample>& expected);

/// Collects what differs, and gives up when it has seen enough.
class Differences {
 public:
  /// Thrown by note() when there are plenty.
  struct Enough {};

  void note(std::string what);

  /// Whether the two are equal; if not, notes a difference that `what...` describes. The parts of
  /// the description are joined only then: databases have millions of things to compare.
  template <typename T, typename... What>
  bool same(const T& expected, const T& actual, const What&... what) {
    if (expected == actual) return true;
    std::ostringstream joined;
    (joined << ... << what);
    note(joined.str());
    return false;
  }

  /// Runs `comparison(Differences&)` and gives back what it noted. An exception of Xapian's is a
  /// difference, too.
  template <typename Comparison>
  std::vector<std::string> collect(Comparison&& comparison) && {
    try {
      comparison(*this);
    } catch (const Enough&) {
      noted_.emplace_back("and more");
    } catch (const Xapian::Error& error) {
      noted_.push_back(error.get_description());
    }
    return std::move(noted_);
  }

 private:
  std::vector<std::string> noted_;
};

}  // namespace kliping::glass
