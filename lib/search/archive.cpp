// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/archive.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kliping {

namespace {

/// A connection that breaks once may have been idle for too long. If it breaks again, the server is
/// away.
constexpr unsigned tolerated_breaks = 1;

/// How Xapian names a connection in its errors.
std::string context_of(const DatabaseAddress& address) {
  if (address.kind == DatabaseAddress::Kind::server) {
    return fmt::format("remote:tcp({}:{})", address.place, address.port);
  }
  return fmt::format("remote:prog({} {})", address.place, address.arguments);
}

bool timed_out(const Xapian::Error& error) {
  return error.get_type() == std::string_view{"NetworkTimeoutError"};
}

/// Whether two databases are copies of one. A copy or replica keeps the UUID of its origin, and
/// while both are the same they have the same statistics.
bool are_copies(const Xapian::Database& a, const Xapian::Database& b) {
  const std::string uuid = a.get_uuid();
  return !uuid.empty() && uuid == b.get_uuid() && a.get_doccount() == b.get_doccount() &&
         a.get_lastdocid() == b.get_lastdocid() && a.get_total_length() == b.get_total_length();
}

}  // namespace

Archive::Archive(const std::vector<std::string>& names, const ArchivePolicy& policy, Tell tell)
    : policy_(policy), tell_(std::move(tell)) {
  for (const std::string& name : names) {
    for (DatabaseAddress& address : resolve_database(name))
      shards_.push_back({std::move(address), {}});
  }
}

const Xapian::Database& Archive::database() {
  if (all_) return *all_;
  for (std::size_t i = 0; i < shards_.size();) {
    Shard& shard = shards_[i];
    if (shard.database) {
      ++i;
      continue;
    }
    try {
      shard.database = open_database(shard.address, policy_.timeout);
    } catch (const Xapian::NetworkError& error) {
      give_up(i, error);
      continue;
    }
    if (!is_second_copy(shard)) {
      ++i;
      continue;
    }
    tell_(message("{}: a copy of another of the databases, left out", shard.address.name));
    shards_.erase(shards_.begin() + static_cast<std::ptrdiff_t>(i));
  }
  all_.emplace();
  for (const Shard& shard : shards_) {
    require_same_lists(*shards_.front().database, shards_.front().address.name, *shard.database,
                       shard.address.name);
    all_->add_database(*shard.database);
  }
  return *all_;
}

bool Archive::is_second_copy(const Shard& shard) const {
  return std::any_of(shards_.begin(), shards_.end(), [&](const Shard& other) {
    return &other != &shard && other.database && are_copies(*other.database, *shard.database);
  });
}

DecodedIndex* Archive::decoded() {
  if (!decoded_ && place() == Place::here) decoded_ = DecodedIndex::of(database());
  return decoded_.get();
}

void Archive::close() {
  decoded_.reset();
  all_.reset();
  analyzer_.reset();
  for (Shard& shard : shards_) shard.database.reset();
}

/// Closes the connection that `error` names. If it names none, all are closed, so that opening them
/// again shows which server is away.
void Archive::lose(const Xapian::NetworkError& error) {
  decoded_.reset();
  all_.reset();
  const auto broken = std::find_if(shards_.begin(), shards_.end(), [&](const Shard& shard) {
    return error.get_context() == context_of(shard.address);
  });
  if (broken == shards_.end()) {
    for (Shard& shard : shards_) {
      if (shard.address.kind != DatabaseAddress::Kind::local) shard.database.reset();
      if (++shard.broken > tolerated_breaks + policy_.retries) throw translate(error, name());
    }
    return;
  }
  broken->database.reset();
  // A server that timed out would do so again.
  if (++broken->broken <= tolerated_breaks && !timed_out(error)) return;
  give_up(static_cast<std::size_t>(broken - shards_.begin()), error);
}

void Archive::give_up(std::size_t shard, const Xapian::NetworkError& error) {
  const std::string absent = shards_[shard].address.name;
  if (policy_.absence == Absence::refused || shards_.size() == 1) throw translate(error, absent);
  tell_(message("{}: the remote database does not answer; searching without it", absent));
  absent_.push_back(absent);
  shards_.erase(shards_.begin() + static_cast<std::ptrdiff_t>(shard));
}

Place Archive::place() const {
  const bool here = std::all_of(shards_.begin(), shards_.end(), [](const Shard& shard) {
    return shard.address.kind == DatabaseAddress::Kind::local;
  });
  return here ? Place::here : Place::anywhere;
}

std::string Archive::name() const {
  std::string joined;
  for (const Shard& shard : shards_) joined += (joined.empty() ? "" : ", ") + shard.address.name;
  return joined;
}

Positions Archive::positions() {
  return read([this](const Xapian::Database&) {
    const bool dropped = std::any_of(shards_.begin(), shards_.end(), [](const Shard& shard) {
      return stored_positions(*shard.database) == Positions::dropped;
    });
    return dropped ? Positions::dropped : Positions::kept;
  });
}

Analyzer Archive::analyzer() {
  return read([this](const Xapian::Database& database) {
    if (!analyzer_) analyzer_.emplace(stored_word_lists(database));
    return *analyzer_;
  });
}

}  // namespace kliping
