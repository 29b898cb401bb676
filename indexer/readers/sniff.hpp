// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "../record.hpp"

namespace kliping::indexer {

/// Bytes from the front of an input that sniffing looks at.
inline constexpr std::size_t sniff_bytes = std::size_t{64} << 10;

/// The format of an input by its first bytes (no byte-order mark before them), and by its name
/// where these leave it open.
Format sniff_format(std::string_view head, std::string_view name);

/// Why this is no text at all, in words for the user; empty where it may be one.
struct Strange {
  Message message;
  Message hint;
};
std::optional<Strange> sniff_strange(std::string_view head);

/// The delimiter that gives the first line the most names we know, else the most fields, quotes
/// respected: comma, semicolon, tab, tilde, bar, caret, or Hive's control-A.
char sniff_delimiter(std::string_view head);

/// Fields of the first line under a delimiter, unquoted.
std::vector<std::string> first_row(std::string_view head, char delimiter);

}  // namespace kliping::indexer
