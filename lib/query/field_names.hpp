// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "kliping/schema.hpp"

namespace kliping {

/// The field that a name means, Indonesian or English, in any case; null where it is none.
const schema::FieldInfo* find_field(std::string_view name);

/// The field name that a misspelt one probably means; empty if none is close.
std::string_view nearest_field_name(std::string_view name);

/// Whether a query can be limited to it.
bool is_searchable(schema::Field field);

/// Whether words, phrases and brackets can be limited to it.
bool is_scope(schema::Field field);

/// Whether values of the field are compared as a whole; `--filter` takes these fields.
bool is_filter(schema::Field field);

/// `judul, tanggal, …`: the fields a query can be limited to, for hints.
std::string searchable_field_names();

}  // namespace kliping
