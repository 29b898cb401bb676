// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "kliping/analysis/analyzer.hpp"
#include "kliping/schema.hpp"
#include "query/syntax.hpp"
#include "search/matcher.hpp"

namespace kliping {

/// Which words are taken for misspelt.
enum class Doubt : std::uint8_t {
  disguised,  ///< forms that the archive hardly has, one letter from a common word of another root
  absent,     ///< words that the archive does not have at all
  misspelt,   ///< words that it hardly has, that our lexicon lacks, and that are one letter from a
              ///< word which is fifty times as frequent
  rare,       ///< words that it hardly has while a similar one is common
};

/// The query with each doubtful word replaced by the word of the archive that was probably meant,
/// by spelling and frequency; empty if no word is replaced. `tree` is that of the query. It walks
/// the index's words that begin with the same letter or a similar one, so that the index needs no
/// data for it, and it works with servers and several databases.
std::string corrected_query(std::string_view query, const Node& tree,
                            const Xapian::Database& database, Doubt doubt, Analyzer analyzer = {});

/// If no article has this source, section, author, address or identity: the most similar source,
/// section or author that some article has, or "". Nothing if some article has it, and for dates.
std::optional<std::string> missing_value(const Xapian::Database& database, schema::Field field,
                                         std::string_view value);

/// The corrected query if the matches call for one: no article has every word; hardly any has, and
/// a word looks misspelt; or, if any of the words is enough, one of them has no match. Otherwise
/// empty.
std::string correction(std::string_view query, const Node& tree, Operator op,
                       const Xapian::Database& database, const Matches& matches,
                       const Analyzer& analyzer);

}  // namespace kliping
