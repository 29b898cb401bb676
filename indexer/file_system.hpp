// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

#include "kliping/error.hpp"

/// The file system as a writer that must not lose anything needs it. All throw Error.
namespace kliping::indexer {

/// `berita.db/lock: Permission denied`, from errno.
Error system_error(const std::filesystem::path& path);
Error system_error(const std::filesystem::path& path, const std::error_code& fault);

void make_directories(const std::filesystem::path& path);
void rename_path(const std::filesystem::path& from, const std::filesystem::path& to);

/// Replaces a small file in one step: whoever opens it sees the old text or the new, also after
/// a power cut.
void write_atomically(const std::filesystem::path& path, std::string_view text);

/// Brings a folder's list of names to the disk.
void sync_directory(const std::filesystem::path& folder);

/// Brings a folder, and all files directly in it, to the disk.
void sync_folder(const std::filesystem::path& folder);

/// Bytes of the files directly in a folder; 0 for none.
std::uintmax_t folder_bytes(const std::filesystem::path& folder);

}  // namespace kliping::indexer
