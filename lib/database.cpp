// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/database.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "kliping/analysis/analyzer.hpp"
#include "kliping/schema.hpp"

namespace kliping {

namespace {

/// What the stub of a database folder says; "" where there is none.
std::string read_stub(const std::string& path) {
  std::ifstream in(path + "/XAPIANDB");
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Whether a folder was written by kliping-index, whatever became of its stub.
bool holds_generations(const std::string& path) {
  std::error_code unreadable;
  for (const auto& entry : std::filesystem::directory_iterator(path, unreadable)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with("g0") && std::filesystem::exists(entry.path() / "iamglass", unreadable)) {
      return true;
    }
  }
  return false;
}

Error lost_stub(const std::string& path) {
  return Error(message("{}: its file XAPIANDB is missing or damaged", path),
               message("kliping-index compact looks for the newest index in it, and mends it"));
}

/// Between Xapian's reading the stub and opening what it names, a writer may publish the next
/// generation and remove that one: what cannot be opened is tried again until the stub stays.
Xapian::Database open_local(const std::string& path) {
  for (std::string stub;;) {
    try {
      return Xapian::Database{path};
    } catch (const Xapian::DatabaseOpeningError&) {
      const std::string before = std::exchange(stub, read_stub(path));
      if (stub != before) continue;
      if (holds_generations(path)) throw lost_stub(path);
      throw;
    }
  }
}

Xapian::Database open_path(const std::string& path) {
  std::error_code unseen;
  const bool exists = std::filesystem::exists(path, unseen);
  if (!exists && unseen) throw Error(message("{}: {}", path, system_message(unseen)));
  if (!exists) throw no_such_database(path);
  // Xapian would say only that it cannot tell what kind of database this is.
  if (access(path.c_str(), R_OK) != 0) {
    throw Error(message("{}: {}", path, system_message(errno)));
  }
  return open_local(path);
}

Xapian::Database open_anywhere(const DatabaseAddress& address, std::chrono::milliseconds timeout) {
  const auto milliseconds = static_cast<unsigned>(timeout.count());
  switch (address.kind) {
    case DatabaseAddress::Kind::server:
      return Xapian::Remote::open(address.place, address.port, milliseconds, milliseconds);
    case DatabaseAddress::Kind::program:
      return Xapian::Remote::open(address.place, address.arguments, milliseconds);
    case DatabaseAddress::Kind::local:
      break;
  }
  return open_path(address.place);
}

void check_compatible(const Xapian::Database& database, const std::string& path,
                      AnalysisRule analysis) {
  const std::string version = database.get_metadata(std::string{schema::metadata::version});
  if (version.empty()) {
    throw Error(message("{}: a Xapian database, but not one of kliping-index", path),
                message("kliping-search reads what kliping-index add wrote"));
  }
  const int number = schema::read_version(version);
  if (number < schema::oldest_version || number > schema::version) {
    throw Error(message("{}: written in index format {}, this program reads {} to {}", path,
                        version, schema::oldest_version, schema::version),
                number > schema::version
                    ? message("a newer kliping-index wrote it: install that version or a later one")
                    : message("index the articles again with this version of kliping-index"));
  }
  if (analysis == AnalysisRule::own &&
      database.get_metadata(std::string{schema::metadata::analysis}) !=
          Analyzer(stored_word_lists(database)).fingerprint()) {
    throw Error(message("{}: written with other language rules than this program's", path),
                message("kliping-index dump -d OLD | kliping-index add -d NEW - writes it anew"));
  }
}

}  // namespace

std::string default_database_path(const std::string& kliping_db, const std::string& xdg_data_home,
                                  const std::string& home) {
  if (!kliping_db.empty()) return kliping_db;
  if (!xdg_data_home.empty()) return xdg_data_home + "/kliping/db";
  if (home.empty())
    throw Error(message("no database named"), message("give -d PATH, or set KLIPING_DB"));
  return home + "/.local/share/kliping/db";
}

Error no_such_database(const std::string& path) {
  return Error(message("{}: no such database", path),
               message("kliping-index add -d PATH INPUT... makes one"));
}

void require_same_lists(const Xapian::Database& first, const std::string& first_name,
                        const Xapian::Database& other, const std::string& other_name) {
  if (stored_word_lists(first) == stored_word_lists(other)) return;
  throw Error(
      message("{}: its --exceptions and --protect are not those of {}", other_name, first_name),
      message("search one at a time, or index one of them again with the lists of the other"));
}

Xapian::Database open_database(const DatabaseAddress& address, std::chrono::milliseconds timeout,
                               AnalysisRule analysis) {
  try {
    Xapian::Database database = open_anywhere(address, timeout);
    check_compatible(database, address.name, analysis);
    return database;
  } catch (const Xapian::NetworkError&) {
    throw;
  } catch (const Xapian::Error& error) {
    throw translate(error, address.name);
  }
}

Xapian::Database open_for_reading(const std::vector<std::string>& names, AnalysisRule analysis) {
  Xapian::Database all;
  std::optional<Xapian::Database> first;
  for (const std::string& name : names) {
    for (const DatabaseAddress& address : resolve_database(name)) {
      try {
        const Xapian::Database one = open_database(address, default_remote_timeout, analysis);
        if (!first) first = one;
        if (analysis == AnalysisRule::own)
          require_same_lists(*first, names.front(), one, address.name);
        all.add_database(one);
      } catch (const Xapian::NetworkError& error) {
        throw translate(error, address.name);
      }
    }
  }
  return all;
}

WordLists stored_word_lists(const Xapian::Database& database) {
  return {database.get_metadata(std::string{schema::metadata::exceptions}),
          database.get_metadata(std::string{schema::metadata::protect})};
}

Positions stored_positions(const Xapian::Database& database) {
  const bool none = database.get_metadata(std::string{schema::metadata::positions}) == "none";
  return none ? Positions::dropped : Positions::kept;
}

namespace {

/// Xapian passes on what strerror said, which is in the language of the process.
Message system_cause(std::string_view text) {
  constexpr int last_error_number = 133;
  for (int number = 1; number <= last_error_number; ++number) {
    if (text == std::strerror(number)) return system_message(number);
  }
  return Message::verbatim(std::string{text});
}

}  // namespace

Error translate(const Xapian::Error& error, const std::string& path) {
  const std::string_view type = error.get_type();
  if (type == "DatabaseModifiedError") {
    return Error(message("{}: the database kept changing while it was read", path),
                 message("try again"), ExitCode::try_again);
  }
  if (type == "DatabaseLockError") {
    return Error(message("{}: another program is writing this database", path),
                 message("try again later, or wait with --wait-lock=SECONDS"), ExitCode::try_again);
  }
  if (type.starts_with("Network")) {
    return Error(message("{}: the remote database does not answer", path),
                 message("is xapian-tcpsrv running there?"), ExitCode::try_again);
  }
  // The system's own reason (`No space left on device`) says more than the block it happened to.
  const char* const cause = error.get_error_string();
  const bool ends_early = type == "DatabaseError" && !cause;
  if (type == "DatabaseCorruptError" || ends_early) {
    return Error(message("{}: the database is corrupt", path),
                 message("delete it, and index the articles again"));
  }
  if (type == "DatabaseVersionError") {
    return Error(message("{}: written by an incompatible version of Xapian", path));
  }
  const bool forbidden = cause && cause == std::string_view{std::strerror(EACCES)};
  if (!forbidden && (type == "DatabaseOpeningError" || type == "DatabaseNotFoundError")) {
    return Error(message("{}: not a database", path),
                 message("give -d the folder that kliping-index add wrote"));
  }
  const Message said = cause ? system_cause(cause) : Message::verbatim(error.get_msg());
  return Error(message("{}: {}", path, said));
}

}  // namespace kliping
