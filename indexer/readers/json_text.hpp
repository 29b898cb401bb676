// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <simdjson.h>

#include <string>
#include <string_view>

namespace kliping::indexer {

/// A JSON value as one text: an array's elements with `separator` between them, an object by the
/// one member that holds its text (`rendered`, `name`); empty for null and where there is none. A
/// list inside a list is cut text, and joined by spaces.
std::string flat_text(const simdjson::dom::element& value, std::string_view separator);

/// A string's characters; the JSON text of anything else; empty for null.
std::string raw_text(const simdjson::dom::element& value);

/// The JSON with every number of more digits than the machine holds put in quotes: as a text
/// nothing of it is lost.
std::string quote_long_numbers(std::string_view json);

/// The JSON with U+FFFD for every escaped half of a surrogate pair whose other half is missing, as
/// programs leave it that cut texts by UTF-16 units.
std::string replace_lone_surrogates(std::string_view json);

/// The JSON as its grammar has it, where programs are more liberal: without commas before closing
/// brackets, and with null for `NaN`, `Infinity`, `None` and `undefined`. Its bytes keep their
/// places where they can.
std::string strict_json(std::string json);

}  // namespace kliping::indexer
