// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "kliping/analysis/user_words.hpp"
#include "kliping/error.hpp"

namespace kliping {

/// Where the database is if no option names it: $KLIPING_DB, else $XDG_DATA_HOME/kliping/db, else
/// ~/.local/share/kliping/db. The arguments are the values of the variables, "" for unset. Throws
/// Error where none is set.
std::string default_database_path(const std::string& kliping_db, const std::string& xdg_data_home,
                                  const std::string& home);

/// Which databases may be opened: to be searched or added to, one must have been analysed by the
/// same rules as this program's; just to be looked at, by any.
enum class AnalysisRule : std::uint8_t { own, any };

/// `berita.db: no such database`.
Error no_such_database(const std::string& path);

/// Where one database is, and how it is reached.
struct DatabaseAddress {
  enum class Kind : std::uint8_t {
    local,    ///< a folder or a single file
    server,   ///< a `xapian-tcpsrv`
    program,  ///< a `xapian-progsrv`, mostly behind ssh
  };

  /// For messages: as the command line or the stub file has it.
  std::string name;
  Kind kind = Kind::local;
  /// The path, the host, or the program.
  std::string place;
  unsigned port = 0;
  /// Of the program, split at blanks by Xapian.
  std::string arguments;
};

/// The databases behind a name: a path, `HOST:PORT`, `ssh://[USER@]HOST[:PORT]/PATH`, or all that
/// a Xapian stub file lists. Opens none of them. Throws Error for what can be no database.
std::vector<DatabaseAddress> resolve_database(const std::string& name);

/// How long a server may take to be reached, and to answer one request.
inline constexpr std::chrono::milliseconds default_remote_timeout{10'000};

/// Opens one database. Throws Error, naming it, where it is missing, foreign, corrupt, or was
/// written by another schema or, where that matters, analysis than this program's;
/// Xapian::NetworkError where a server does not answer.
Xapian::Database open_database(const DatabaseAddress& address,
                               std::chrono::milliseconds timeout = default_remote_timeout,
                               AnalysisRule analysis = AnalysisRule::own);

/// The lists of words that a database was written with.
WordLists stored_word_lists(const Xapian::Database& database);

/// Whether an index stores at which positions of an article its words stand. Without them it is
/// half as large, and answers neither phrases nor NEAR.
enum class Positions : std::uint8_t { kept, dropped };

Positions stored_positions(const Xapian::Database& database);

/// Throws Error, naming both, where two databases were written with different word lists: the words
/// of a query would have other roots in the one than in the other.
void require_same_lists(const Xapian::Database& first, const std::string& first_name,
                        const Xapian::Database& other, const std::string& other_name);

/// Opens databases to be searched as one. Throws Error as `open_database`, with
/// ExitCode::try_again for a server that does not answer, and as `require_same_lists`.
Xapian::Database open_for_reading(const std::vector<std::string>& names,
                                  AnalysisRule analysis = AnalysisRule::own);

/// What went wrong in Xapian, as ours: `path` names the database. DatabaseModifiedError and
/// network errors become ExitCode::try_again.
Error translate(const Xapian::Error& error, const std::string& path);

}  // namespace kliping
