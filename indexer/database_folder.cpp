// SPDX-License-Identifier: GPL-3.0-or-later
#include "database_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <string_view>
#include <system_error>
#include <vector>

#include "file_system.hpp"
#include "kliping/database.hpp"
#include "kliping/error.hpp"

namespace kliping::indexer {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view stub_name = "XAPIANDB";
constexpr std::string_view stub_aside = "XAPIANDB.new";
constexpr std::string_view lock_name = "lock";
constexpr std::string_view staging_name = "staging";

/// The number of `g000042`; 0 for any other name.
std::uint64_t generation_number(std::string_view name) {
  constexpr std::size_t min_digits = 6;
  if (!name.starts_with('g') || name.size() < 1 + min_digits) return 0;
  std::uint64_t number = 0;
  const char* const end = name.data() + name.size();
  const auto [stop, fault] = std::from_chars(name.data() + 1, end, number);
  return fault == std::errc{} && stop == end ? number : 0;
}

Error foreign(const fs::path& path, const Message& what) {
  return Error(message("{}: {}", path.string(), what),
               message("give -d a folder that kliping-index made, or one that does not exist yet"));
}

/// Whether a generation is complete. It gets its name only after all of it is on the disk, so one
/// that can be opened is.
bool is_whole(const fs::path& generation) {
  try {
    open_for_reading({generation.string()}, AnalysisRule::any);
    return true;
  } catch (const Error&) {
    return false;
  }
}

}  // namespace

std::string generation_name(std::uint64_t generation) {
  return fmt::format("g{:06}", generation);
}

std::uint64_t published_generation(const fs::path& database) {
  std::ifstream stub(database / stub_name);
  std::string kind;
  std::string name;
  std::string more;
  if (!(stub >> kind)) return 0;
  stub >> name;
  const std::uint64_t number = generation_number(name);
  if (kind != "auto" || number == 0 || stub >> more) {
    throw foreign(database, message("a Xapian stub database, but not one of kliping-index"));
  }
  return number;
}

fs::path tables_in_use(const fs::path& database) {
  const std::uint64_t number = published_generation(database);
  return number == 0 ? database : database / generation_name(number);
}

std::vector<std::uint64_t> generations_present(const fs::path& database) {
  std::vector<std::uint64_t> numbers;
  std::error_code fault;
  for (const auto& entry : fs::directory_iterator(database, fault)) {
    const std::uint64_t number = generation_number(entry.path().filename().string());
    if (number != 0) numbers.push_back(number);
  }
  if (fault) throw system_error(database, fault);
  std::sort(numbers.rbegin(), numbers.rend());
  return numbers;
}

DatabaseFolder::DatabaseFolder(const fs::path& path, const WriterClaim& claim, Absent absent)
    : path_(path), staging_(path / staging_name) {
  std::error_code ignored;
  const bool exists = fs::exists(path_, ignored);
  if (exists && !fs::is_directory(path_, ignored)) {
    throw foreign(path_, message("a file, not a database folder"));
  }
  if (!exists && absent == Absent::refused) throw no_such_database(path_.string());
  make_directories(path_);
  refuse_foreign();
  lock_.emplace(path_ / lock_name, path_, claim);
  mend_stub();
  if (generation_ == 0 && absent == Absent::refused) throw no_such_database(path_.string());
  remove_leftovers();
  make_directories(staging_);
}

DatabaseFolder::~DatabaseFolder() {
  std::error_code the_next_run_removes_it;
  fs::remove_all(staging_, the_next_run_removes_it);
}

std::optional<fs::path> DatabaseFolder::generation() const {
  if (generation_ == 0) return std::nullopt;
  return path_ / generation_name(generation_);
}

void DatabaseFolder::publish(const fs::path& built) {
  const std::uint64_t next = generation_ + 1;
  sync_folder(built);
  rename_path(built, path_ / generation_name(next));
  write_atomically(path_ / stub_name, fmt::format("auto {}\n", generation_name(next)));
  if (generation_ == 0) sync_directory(fs::absolute(path_ / "").parent_path().parent_path());
  generation_ = next;
  remove_leftovers();
}

void DatabaseFolder::refuse_foreign() const {
  std::error_code fault;
  for (const auto& entry : fs::directory_iterator(path_, fault)) {
    const std::string name = entry.path().filename().string();
    if (name == "iamglass" || name == "iamchert" || name == "iamhoney") {
      throw foreign(path_, message("a Xapian database, but not one of kliping-index"));
    }
    const bool ours = name == stub_name || name == stub_aside || name == lock_name ||
                      name == staging_name || generation_number(name) != 0;
    if (!ours) throw foreign(path_, message("a folder that holds other files"));
  }
  if (fault) throw system_error(path_, fault);
}

/// Finds the generation in use. Where the stub is lost, writes it again: without that, all
/// generations would be taken for leftovers of a killed writer and removed.
void DatabaseFolder::mend_stub() {
  generation_ = published_generation(path_);
  const std::vector<std::uint64_t> present = generations_present(path_);
  if (std::count(present.begin(), present.end(), generation_) > 0) return;
  for (const std::uint64_t candidate : present) {
    if (!is_whole(path_ / generation_name(candidate))) continue;
    write_atomically(path_ / stub_name, fmt::format("auto {}\n", generation_name(candidate)));
    generation_ = candidate;
    mended_ = {.severity = Diagnostic::Severity::warning,
               .locator = path_.string(),
               .message = message("its file {} was missing or named nothing; {} is in use again",
                                  stub_name, generation_name(candidate)),
               .hint = {}};
    return;
  }
  if (present.empty() && generation_ == 0) return;
  throw Error(message("{}: its file {} names no generation, and none that is there is whole",
                      path_.string(), stub_name),
              message("restore it from a copy, or delete the folder and index the articles again"));
}

void DatabaseFolder::remove_leftovers() const {
  std::vector<fs::path> leftovers;
  std::error_code fault;
  for (const auto& entry : fs::directory_iterator(path_, fault)) {
    const std::string name = entry.path().filename().string();
    const std::uint64_t number = generation_number(name);
    const bool unpublished = number != 0 && number != generation_;
    if (unpublished || name == stub_aside || name == staging_name) {
      leftovers.push_back(entry.path());
    }
  }
  for (const fs::path& path : leftovers) {
    // What cannot go now goes with the next run: the database is whole either way.
    fs::remove_all(path, fault);
  }
}

}  // namespace kliping::indexer
