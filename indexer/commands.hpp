// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "kliping/error.hpp"
#include "lock_file.hpp"
#include "options.hpp"

/// What each command of kliping-index does with its options: the edge, where values are printed.
namespace kliping::indexer {

ExitCode run_add(const AddOptions& options);
ExitCode run_remove(const RemoveOptions& options);
ExitCode run_merge(const MergeOptions& options);
ExitCode run_compact(const CompactOptions& options);
ExitCode run_check(const CheckOptions& options);
ExitCode run_info(const InfoOptions& options);
ExitCode run_dump(const DumpOptions& options);
ExitCode run_stem(const StemOptions& options);
ExitCode run_tokens(const TokensOptions& options);

/// The database meant: the option's, else what the environment says.
std::string database_path(const std::string& option);

/// The generation in use, of a database that is only looked at. Throws Error where there is none.
std::filesystem::path existing_generation(const std::string& database);

/// The names in a file, without empty ones; `-` is standard input. Throws Error.
std::vector<std::string> read_names(const std::string& list, char separator);

/// What a writing command has to say for itself at the lock.
WriterClaim claim(const WriterOptions& options);

/// Calls `line` with each line of a file, without its separator. Throws Error naming `name`.
void for_each_line(std::FILE* file, std::string_view name, char separator,
                   const std::function<void(std::string_view)>& line);

/// The lists that options name, read. What is wrong with their lines goes to standard error, and
/// then Error is thrown.
GivenLists read_lists(const ListFiles& files);

/// All of a file; empty name or `-` is standard input. Throws Error.
std::string read_whole(const std::string& name);

}  // namespace kliping::indexer
