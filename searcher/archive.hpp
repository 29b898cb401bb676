// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "kliping/analysis/analyzer.hpp"
#include "kliping/database.hpp"

namespace kliping::searcher {

/// The databases of a run, searched as one and opened again when a writer has moved on.
class Archive {
 public:
  Archive(std::vector<std::string> paths, unsigned retries)
      : paths_(std::move(paths)), retries_(retries) {}

  /// By the lists of words that the databases were written with.
  Analyzer analyzer();

  /// Does the whole of `work`, again from its beginning when the database changed under it, and
  /// gives what it returns. Throws Error: ExitCode::try_again when it kept changing.
  template <typename Work>
  auto read(Work&& work) {
    for (unsigned attempt = 0;; ++attempt) {
      try {
        if (!database_) database_ = open_for_reading(paths_);
        return work(std::as_const(*database_));
      } catch (const Xapian::DatabaseModifiedError& error) {
        database_.reset();
        analyzer_.reset();
        if (attempt >= retries_) throw translate(error, name());
      } catch (const Xapian::Error& error) {
        throw translate(error, name());
      }
    }
  }

 private:
  std::string name() const;

  std::vector<std::string> paths_;
  unsigned retries_;
  std::optional<Xapian::Database> database_;
  std::optional<Analyzer> analyzer_;
};

}  // namespace kliping::searcher
