// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kliping/article.hpp"

namespace kliping {

/// The value of an article's field as text; "" if it has none. `name` is the field's name in
/// output: a field of the schema, else `file`, else a field of the archive's own.
std::string field_text(const Article& article, std::string_view name);

/// The names of fields in output, without the archive's own.
const std::vector<std::string>& output_field_names();

/// Whether output has a field of this name for any article.
bool is_output_field(std::string_view name);

/// The file that holds the article, a path that other programs can open: the locator without line
/// and member. "" for what came from standard input.
std::string file_of(std::string_view locator);

/// Where a reader finds the article again: its locator, else its address, else its identity.
const std::string& whereabouts(const Article& article);

}  // namespace kliping
