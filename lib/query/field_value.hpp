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

/// Of a value as it was typed, without quotes. Patterns and spellings are for words.
std::optional<ValueFault> fault_in_value(const schema::FieldInfo& field, std::string_view value);

/// Of what stands between quotes, where signs mean themselves: there has to be something.
std::optional<ValueFault> fault_in_quoted(std::string_view value);

/// Where no value begins behind a field's colon: of a sign there that was meant to say something
/// (`judul:-hamil`, `tanggal:>2019`, `sumber:*`). Nothing where it is prose.
std::optional<ValueFault> fault_in_sign(const schema::FieldInfo& field, std::string_view rest);

}  // namespace kliping
