// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// The layout of an index, which the writer, the query builder, `info` and docs/index-format.md all
/// follow. Raise `version` when an older index would be misread.
namespace kliping::schema {

inline constexpr int version = 2;
/// Indexes of this version and later are read and added to. The first article added to an older one
/// raises it to `version`.
inline constexpr int oldest_version = 1;

/// The version that an index's metadata holds; 0 for a text that is no version.
int read_version(std::string_view metadata) noexcept;

/// The limit of Xapian's glass backend. Words that make longer terms are cut, identities hashed.
inline constexpr std::size_t max_term_bytes = 245;

/// Term prefixes, after Xapian's conventions (capitals, X for one's own). A word without prefix
/// is the folded surface form and carries positions.
namespace prefix {
inline constexpr std::string_view root = "Z";         ///< root, for ranking; no positions
inline constexpr std::string_view title = "S";        ///< surface word of the title, positions
inline constexpr std::string_view title_root = "ZS";  ///< root of a title word; no positions
inline constexpr std::string_view identity = "Q";     ///< unique, one a document
inline constexpr std::string_view source = "XSOURCE:";
inline constexpr std::string_view section = "XSECTION:";
inline constexpr std::string_view author = "XAUTHOR:";
inline constexpr std::string_view host = "H";     ///< host name of the url
inline constexpr std::string_view address = "U";  ///< hash of the whole url
/// A short form that the article explains, `XSHORT:bnn=badan narkotika nasional`, and the same the
/// other way round: their frequencies are what an archive knows of a name.
inline constexpr std::string_view short_form = "XSHORT:";
inline constexpr std::string_view long_form = "XLONG:";
}  // namespace prefix

/// Value slots. Order and facets read them without touching the stored article.
enum class Slot : std::uint32_t {
  date = 0,  ///< `sort_key` of the instant: bytes that order as the dates do; absent without one
  fingerprint = 1,  ///< kliping::fingerprint: tells a changed article from an unchanged
  source = 2,
  section = 3,
  author = 4,
  day = 5,        ///< `2019-04-25` in the article's own zone; its heads are month and year
  identity = 6,   ///< the whole id: a run of thousands of queries prints nothing else
  signature = 7,  ///< kliping::Signature: tells duplicates when they are searched
};

/// Keys of the database's own metadata.
namespace metadata {
inline constexpr std::string_view version = "kliping.schema";
inline constexpr std::string_view analysis = "kliping.analysis";  ///< fingerprint of the analyzer
inline constexpr std::string_view exceptions = "kliping.exceptions";  ///< WordLists::exceptions
inline constexpr std::string_view protect = "kliping.protect";        ///< WordLists::protect
/// `none` where words have no positions; absent otherwise.
inline constexpr std::string_view positions = "kliping.positions";
inline constexpr std::string_view runs = "kliping.runs";  ///< what the last runs did, JSON
}  // namespace metadata

enum class Field : std::uint8_t { id, title, body, date, source, section, author, url, locator };

/// A field as users name it. `indonesian` is the query language's own word for it.
struct FieldInfo {
  Field field;
  std::string_view name;
  std::string_view indonesian;
  /// Of boolean filter terms; empty where the field has none.
  std::string_view filter_prefix;
};

inline constexpr std::array<FieldInfo, 9> fields{{
    {Field::id, "id", "id", prefix::identity},
    {Field::title, "title", "judul", ""},
    {Field::body, "body", "isi", ""},
    {Field::date, "date", "tanggal", ""},
    {Field::source, "source", "sumber", prefix::source},
    {Field::section, "section", "rubrik", prefix::section},
    {Field::author, "author", "penulis", prefix::author},
    {Field::url, "url", "url", ""},
    {Field::locator, "locator", "lokasi", ""},
}};

/// Times a title word counts towards a document's word frequency, beside once for a body word.
inline constexpr std::uint32_t title_weight = 2;
/// Body positions begin here: far enough from the title's, which begin at 1, that no phrase or NEAR
/// reaches from title to body. After a title of more words the body begins later.
inline constexpr std::uint32_t body_position_base = 1000;

/// Eight bytes that order as the instants do, before and after 1970 alike.
std::string sort_key(std::int64_t unix_seconds);
std::int64_t from_sort_key(std::string_view key);

/// The unique term of an identity: `Q` and the id, or `Q#` and a hash of it where that is too long.
std::string identity_term(std::string_view id);

/// The boolean term of an article's address, the same with and without scheme, `www.`, a slash at
/// its end, what follows `#`, and marks of where a reader came from; empty for a mere host.
std::string address_term(std::string_view url);

/// A boolean filter term: the prefix and the value folded, cut to `max_term_bytes` at a character.
std::string filter_term(std::string_view filter_prefix, std::string_view value);

/// The boolean term that says of an article that it explains `name` by `meaning`, both folded;
/// empty where it would be too long.
std::string explained_term(std::string_view form_prefix, std::string_view name,
                           std::string_view meaning);

}  // namespace kliping::schema
