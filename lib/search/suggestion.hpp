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
  disguised,  ///< forms that it hardly has, one letter from a common word of another root
  absent,     ///< words that the archive does not have at all
  misspelt,  ///< that it hardly has, our lexicon does not know, and that are one letter from a word
             ///< fifty times as frequent
  rare,      ///< that it hardly has while another one like them is common
};

/// The query with every word in doubt replaced by the archive's own word that was probably meant,
/// by nearness of spelling and by frequency; empty where there is none. `tree` is the query's.
/// Walks the words that begin with the same letter, or one that sounds like it, so it needs no data
/// of its own in the index and serves servers and several databases alike.
std::string corrected_query(std::string_view query, const Node& tree,
                            const Xapian::Database& database, Doubt doubt, Analyzer analyzer = {});

/// Where no article has this source, section, author, address or identity: the nearest source,
/// section or author that some article has, or "". Of dates nothing is told.
std::optional<std::string> missing_value(const Xapian::Database& database, schema::Field field,
                                         std::string_view value);

/// The query where its matches leave a doubt: no article has every word, hardly any has and a word
/// looks misspelt, or, where any will do, one of the words has no match.
std::string correction(std::string_view query, const Node& tree, Operator op,
                       const Xapian::Database& database, const Matches& matches,
                       const Analyzer& analyzer);

}  // namespace kliping
