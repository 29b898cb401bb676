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

/// Opens databases to be searched as one: folders, stub files, `HOST:PORT`, `ssh://HOST/PATH`.
/// Throws Error, naming the one at fault, where one is missing, foreign, corrupt, or was written
/// by another schema or analysis than this program's, or by other lists of words than the first.
Xapian::Database open_for_reading(const std::vector<std::string>& paths);

/// The lists of words that a database was written with; of several, open_for_reading() has made
/// sure that they are the same.
WordLists stored_word_lists(const Xapian::Database& database);

/// What went wrong in Xapian, as ours: `path` names the database. DatabaseModifiedError and
/// network errors become ExitCode::try_again.
Error translate(const Xapian::Error& error, const std::string& path);

}  // namespace kliping
