// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "kliping/message.hpp"
#include "kliping/schema.hpp"

namespace kliping {

/// What is wrong with a field's value, and what to write instead.
struct ValueFault {
  Message what;
  Message hint;
};

/// Checks a value that was typed without quotes. Patterns and fuzzy spellings are for words only.
std::optional<ValueFault> fault_in_value(const schema::FieldInfo& field, std::string_view value);

/// Checks a value in quotes, in which signs mean themselves: it must not be empty.
std::optional<ValueFault> fault_in_quoted(std::string_view value);

/// Checks what follows a field's colon if that cannot begin a value. A sign that was meant as an
/// operator is a fault (`judul:-hamil`, `tanggal:>2019`, `sumber:*`); anything else means that the
/// colon is prose, and gives nothing.
std::optional<ValueFault> fault_in_sign(const schema::FieldInfo& field, std::string_view rest);

}  // namespace kliping
