// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../record.hpp"
#include "../sync_watch.hpp"
#include "kliping/command.hpp"
#include "kliping/near_duplicate.hpp"

/// Values of options, from text. All that parse throw Error, naming the option; beside them the
/// words that they know.
namespace kliping::indexer {

/// `512M`, `2G`, `1.5k`, `100000`: bytes, in powers of 1024.
std::size_t parse_size(std::string_view option, std::string_view text);

std::uint64_t parse_count(std::string_view option, std::string_view text, std::uint64_t least,
                          std::uint64_t most);

Format parse_format(std::string_view text);
std::vector<std::string> format_words();

DuplicateRule parse_duplicate_rule(std::string_view text);
std::vector<std::string> duplicate_rule_words();

command::When parse_when(std::string_view option, std::string_view text);
std::vector<std::string> when_words();

/// `url`, `field:nomor`: the rule, and the field's name where the rule has one.
std::pair<IdentityRule, std::string> parse_identity(std::string_view text);
std::vector<std::string> identity_words();

/// `25` or `2.5%`.
DeleteLimit parse_delete_limit(std::string_view option, std::string_view text);

/// `title=judul`: one of our fields' names, Indonesian or English, and the rest.
std::pair<std::string, std::string> parse_assignment(std::string_view option,
                                                     std::string_view text);

/// The same with a value for every article; a date has to be one.
std::pair<std::string, std::string> parse_constant(std::string_view option, std::string_view text);
/// `title=`, `body=`, …
std::vector<std::string> assignment_words();

}  // namespace kliping::indexer
