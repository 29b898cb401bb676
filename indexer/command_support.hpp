// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "kliping/error.hpp"
#include "lock_file.hpp"
#include "options.hpp"

/// What the commands of kliping-index share. Files are named as on the command line: `-`, or no
/// name, is standard input. All that read throw Error where a file cannot be read.
namespace kliping::indexer {

/// In front of messages.
inline constexpr std::string_view program_name = "kliping-index";

/// Prints a diagnostic on standard error.
void print_diagnostic(const Diagnostic& diagnostic);

/// The path of the database: that of the option `--db`, else the one that the environment names.
std::string database_path(const std::string& option);

/// The folder of the generation in use, for a command that only looks at the database. Throws Error
/// where there is no database that could be read.
std::filesystem::path existing_generation(const std::string& database);

/// How a command that writes introduces itself when it takes the database's lock.
WriterClaim claim(const WriterOptions& options);

/// Calls `visit` with each line of a file, without the separator that ends it.
void for_each_line(const std::string& file, char separator,
                   const std::function<void(std::string_view)>& visit);

/// The lines of a file, without empty ones.
std::vector<std::string> read_names(const std::string& file, char separator);

/// All of a file.
std::string read_whole(const std::string& file);

/// The word lists in the files that the options name. Prints what is wrong with their lines; then
/// throws Error.
GivenLists read_lists(const ListFiles& files);

}  // namespace kliping::indexer
