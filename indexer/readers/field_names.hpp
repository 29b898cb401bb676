// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "kliping/schema.hpp"

namespace kliping::indexer {

/// What a key or column of an archive is likely to be. Of several for one field the lowest rank
/// is meant.
struct NameGuess {
  schema::Field field;
  int rank;
};

/// Ranks from here on come from the last word of a name (`blog_title`), not from the whole.
inline constexpr int last_word_rank = 100;
/// From here on they come from the first word (`isi_lengkap`),
inline constexpr int first_word_rank = 200;
/// and from here on they name what may stand for a text: `description`.
inline constexpr int lead_rank = 300;

/// Reads Indonesian and English names, whatever their case and separators.
std::optional<NameGuess> guess_field(std::string_view name);

/// The field that users call so (`title`, `judul`); empty for a stranger.
std::optional<schema::Field> field_of_name(std::string_view name);

/// Equal but for case and for what is neither letter nor digit.
bool same_name(std::string_view one, std::string_view other);

}  // namespace kliping::indexer
