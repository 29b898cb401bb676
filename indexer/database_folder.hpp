// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "kliping/error.hpp"
#include "lock_file.hpp"

namespace kliping::indexer {

/// A Kliping database on disk, locked by one writer. The folder is a Xapian stub database: its file
/// `XAPIANDB` names the sub-folder that searches open. Such a sub-folder is called a generation,
/// and is an ordinary Xapian database. A new generation is built beside the old one and published
/// by replacing that one small file: a search sees the old or the new, and a killed writer leaves
/// the old.
class DatabaseFolder {
 public:
  enum class Absent { made, refused };

  /// Takes the folder's lock (see LockFile) and removes what a killed writer left behind. A folder
  /// that does not exist is made, or refused with Error, as `absent` says. A stub that got lost is
  /// written again, for the newest generation that is complete. Throws Error for a folder that
  /// holds something else.
  explicit DatabaseFolder(const std::filesystem::path& path, const WriterClaim& claim = {},
                          Absent absent = Absent::made);

  /// What was repaired when the folder was opened; empty for nothing.
  const std::optional<Diagnostic>& mended() const noexcept { return mended_; }

  const std::filesystem::path& path() const noexcept { return path_; }

  /// The published generation; empty for a database that was never published.
  std::optional<std::filesystem::path> generation() const;

  /// A folder for unfinished work, beside the generations. The destructor removes it.
  const std::filesystem::path& staging() const noexcept { return staging_; }

  /// Publishes a finished Xapian database that lies in staging(): it becomes the next generation.
  void publish(const std::filesystem::path& built);

  DatabaseFolder(const DatabaseFolder&) = delete;
  DatabaseFolder& operator=(const DatabaseFolder&) = delete;
  ~DatabaseFolder();

 private:
  void refuse_foreign() const;
  void remove_leftovers() const;
  void mend_stub();

  std::filesystem::path path_;
  std::filesystem::path staging_;
  std::optional<LockFile> lock_;
  /// Number of the published generation; 0 for none.
  std::uint64_t generation_ = 0;
  std::optional<Diagnostic> mended_;
};

/// Number of the generation that the stub file of a database folder names; 0 where there is no stub
/// file, or nothing in it. Throws Error for a stub file that kliping-index did not write.
std::uint64_t published_generation(const std::filesystem::path& database);

/// The folder of the Xapian database that is in use: the generation that the stub file names, or
/// `database` itself where there is no stub file of ours.
std::filesystem::path tables_in_use(const std::filesystem::path& database);

/// Numbers of the generations whose folders exist, published or not, the newest first.
std::vector<std::uint64_t> generations_present(const std::filesystem::path& database);

/// Name of a generation's folder: `g000042`.
std::string generation_name(std::uint64_t generation);

}  // namespace kliping::indexer
