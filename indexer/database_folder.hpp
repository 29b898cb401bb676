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

/// A Kliping database on disk, held by one writer. The folder is a Xapian stub: the file
/// `XAPIANDB` names the generation, an ordinary Xapian database in a sub-folder, that searches
/// open. A new generation is built beside it and published by replacing that one small file, so a
/// searcher sees the old or the new, and a killed writer leaves the old.
class DatabaseFolder {
 public:
  enum class Absent { made, refused };

  /// Makes the folder where there is none and that is wanted, takes its lock (see LockFile), and
  /// removes what a killed writer left. A stub that got lost is written again, for the newest
  /// generation that is whole. Throws Error for a folder that holds something else.
  explicit DatabaseFolder(const std::filesystem::path& path, const WriterClaim& claim = {},
                          Absent absent = Absent::made);

  /// What was found amiss and mended when it was opened.
  const std::optional<Diagnostic>& mended() const noexcept { return mended_; }

  const std::filesystem::path& path() const noexcept { return path_; }

  /// The published generation; empty for a database that was never published.
  std::optional<std::filesystem::path> generation() const;

  /// A folder for work under way, beside the generations; removed by the destructor.
  const std::filesystem::path& staging() const noexcept { return staging_; }

  /// Makes a finished Xapian database, somewhere in staging(), the one that searches open.
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
  /// 0 for none.
  std::uint64_t generation_ = 0;
  std::optional<Diagnostic> mended_;
};

/// The generation that the stub file of a database folder names; 0 where there is no stub file, or
/// nothing in it. Throws Error for a stub of another's making.
std::uint64_t published_generation(const std::filesystem::path& database);

/// The folder of the Xapian database that is in use: the generation that the stub file names, or
/// `database` itself where there is no stub file of ours.
std::filesystem::path tables_in_use(const std::filesystem::path& database);

/// The generations whose folders are there, published or not, the newest first.
std::vector<std::uint64_t> generations_present(const std::filesystem::path& database);

/// `g000042`.
std::string generation_name(std::uint64_t generation);

}  // namespace kliping::indexer
