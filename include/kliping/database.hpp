// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "kliping/analysis/user_words.hpp"
#include "kliping/error.hpp"

namespace kliping {

/// Where a database is when nobody says: $KLIPING_DB, else $XDG_DATA_HOME/kliping/db, else
/// ~/.local/share/kliping/db, from the values given ("" for unset).
/// Throws Error where none is set.
std::string default_database_path(const std::string& kliping_db, const std::string& xdg_data_home,
                                  const std::string& home);

/// Whether a database must have been analysed by the rules of this program: to be searched and
/// added to it must, to be looked at it need not.
enum class AnalysisRule { own, any };

/// Opens databases to be searched as one: folders, stub files, `HOST:PORT`, `ssh://HOST/PATH`.
/// Throws Error, naming the one at fault, where one is missing, foreign, corrupt, or was written
/// by another schema, by other lists of words than the first or, where that matters, by another
/// analysis than this program's.
Xapian::Database open_for_reading(const std::vector<std::string>& paths,
                                  AnalysisRule analysis = AnalysisRule::own);

/// `berita.db: no such database`.
Error no_such_database(const std::string& path);

/// The lists of words that a database was written with; of several, open_for_reading() has made sure
/// that they are the same.
WordLists stored_word_lists(const Xapian::Database& database);

/// What went wrong in Xapian, as ours: `path` names the database. DatabaseModifiedError and
/// network errors become ExitCode::try_again.
Error translate(const Xapian::Error& error, const std::string& path);

}  // namespace kliping
