// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kliping::indexer {

/// The head of a text that tells of its article.
struct FrontMatter {
  std::vector<std::pair<std::string, std::string>> entries;
  /// Bytes from the beginning of the text to the end of the head.
  std::size_t bytes = 0;
};

/// `---`, YAML, `---`, or `+++`, TOML, `+++`: keys with scalars, quoted or not, block scalars and
/// lists, which is what heads of articles hold; deeper values stay as they are written. Nothing
/// where there is no head.
std::optional<FrontMatter> read_fenced_head(std::string_view text);

/// `Judul: …`, `Tanggal: …` on lines of their own, two at least and all of fields that we know,
/// before the text or before `Isi:`.
std::optional<FrontMatter> read_line_head(std::string_view text);

/// A table of names and values at the beginning, down or across. Nothing where no name is known.
std::optional<FrontMatter> read_table_head(std::string_view text);

}  // namespace kliping::indexer
