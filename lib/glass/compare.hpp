// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <sstream>
#include <string>
#include <vector>

#include "kliping/glass/builder.hpp"

namespace kliping::glass {

/// What two databases answer differently through the public API: every statistic, term, posting,
/// position, termlist, value, document and piece of metadata. At most a score of lines, for people;
/// empty when they are equal. Also says where one is too damaged to answer.
std::vector<std::string> differences(const Xapian::Database& expected,
                                     const Xapian::Database& actual);

/// The same for ranked queries over words of the databases, picked by `seed`: matches, order,
/// exact weights, bounds.
std::vector<std::string> query_differences(const Xapian::Database& expected,
                                           const Xapian::Database& actual, unsigned queries,
                                           unsigned seed);

/// What a database answers differently from what went in, of these documents: their data, values,
/// and of each term the wdf and positions, both by document and by term.
std::vector<std::string> differences(const Xapian::Database& database,
                                     const std::vector<Sample>& expected);

/// Collects what differs, and gives up when it has seen enough.
class Differences {
 public:
  /// Thrown by note() when there are plenty.
  struct Enough {};

  void note(std::string what);

  /// `what` is joined only where it is needed: databases have millions of things to compare.
  template <typename T, typename... What>
  bool same(const T& expected, const T& actual, const What&... what) {
    if (expected == actual) return true;
    std::ostringstream joined;
    (joined << ... << what);
    note(joined.str());
    return false;
  }

  /// Runs a comparison; what Xapian throws in it is a difference, too.
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
