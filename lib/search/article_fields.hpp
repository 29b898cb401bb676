// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kliping/article.hpp"

namespace kliping {

/// A field of an article as text, by the name that output gives it: those of the schema, `file`,
/// then the archive's own. "" where the article has none.
std::string field_text(const Article& article, std::string_view name);

/// The names that output gives to fields, those of the archive itself left out.
const std::vector<std::string>& output_field_names();

/// Whether output has a field of this name for any article.
bool is_output_field(std::string_view name);

/// The file that holds the article: its locator without line and member. A path that an option of
/// another program can take; "" for what came from standard input.
std::string file_of(std::string_view locator);

/// Where a reader finds the article again: its locator, else its address, else its identity.
const std::string& whereabouts(const Article& article);

}  // namespace kliping
