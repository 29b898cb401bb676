// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "kliping/error.hpp"

namespace kliping {

/// The dictionary that ArticlePacker compresses with, trained on corpus/ (docs/index-format.md). It
/// must never change without getting another number: stored articles cannot be read without it.
extern const std::span<const unsigned char> article_dictionary;

/// Records of more bytes are taken for damage: no article comes near.
inline constexpr std::size_t max_record_bytes = std::size_t{1} << 31;

/// What is thrown where a stored article cannot be read back.
Error damaged_article();

/// Whether ArticlePacker made these bytes: no record begins as they do.
bool is_packed(std::string_view data) noexcept;

/// The record in it. Throws Error for what is damaged, or packed with another dictionary.
std::string unpack(std::string_view data);

}  // namespace kliping
