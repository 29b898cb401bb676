// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kliping/analysis/analyzer.hpp"
#include "kliping/database.hpp"
#include "search/searched.hpp"

namespace kliping {

/// What to do when a server does not answer: go on without it and say so, or give up.
enum class Absence : std::uint8_t { told, refused };

struct ArchivePolicy {
  /// How often work begins again when the database changed under it.
  unsigned retries = 3;
  std::chrono::milliseconds timeout = default_remote_timeout;
  Absence absence = Absence::told;
};

/// The databases of a run, searched as one. Opens them again when a writer has published something,
/// and leaves out a server that does not answer.
class Archive {
 public:
  using Tell = std::function<void(const Message&)>;

  /// `tell` is called with warnings, such as of a server that does not answer.
  Archive(const std::vector<std::string>& names, const ArchivePolicy& policy, Tell tell);

  /// An analyzer with the word lists that the databases were written with.
  Analyzer analyzer();
  /// `dropped` if any of the databases has no positions.
  Positions positions();

  /// Calls `work(database)` and returns what it returns. Calls it again when a database changed
  /// under it or a server went away. Throws Error, with ExitCode::try_again when a database kept
  /// changing, when no server is left, or when one is away and `Absence::refused`.
  template <typename Work>
  auto read(Work&& work) {
    for (unsigned attempt = 0;; ++attempt) {
      try {
        return work(database());
      } catch (const Xapian::DatabaseModifiedError& error) {
        close();
        if (attempt < policy_.retries) continue;
        const Error told = translate(error, name());
        throw Error(told.message(), message("try again, or raise --retries"), told.code());
      } catch (const Xapian::NetworkError& error) {
        lose(error);
      } catch (const Xapian::Error& error) {
        throw translate(error, name());
      }
    }
  }

  /// Postings kept decoded for many questions, of the database that `read` gives to its work. Valid
  /// until that is opened again. Null where a server has a part of the databases.
  DecodedIndex* decoded();

  Place place() const;

  /// Whether a server was away: what was found is not all there is.
  bool is_partial() const { return !absent_.empty(); }

 private:
  struct Shard {
    DatabaseAddress address;
    std::optional<Xapian::Database> database{};
    /// How often its connection broke after it had been opened.
    unsigned broken = 0;
  };

  const Xapian::Database& database();
  bool is_second_copy(const Shard& shard) const;
  void close();
  void lose(const Xapian::NetworkError& error);
  void give_up(std::size_t shard, const Xapian::NetworkError& error);
  std::string name() const;

  std::vector<Shard> shards_;
  ArchivePolicy policy_;
  Tell tell_;
  std::vector<std::string> absent_;
  std::optional<Xapian::Database> all_;
  /// Belongs to `all_`.
  std::unique_ptr<DecodedIndex> decoded_;
  std::optional<Analyzer> analyzer_;
};

}  // namespace kliping
