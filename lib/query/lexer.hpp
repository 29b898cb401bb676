// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "query/syntax.hpp"

namespace kliping {

/// The smallest part of a query that means something to its syntax.
struct Lexeme {
  enum class Kind : std::uint8_t {
    word,
    exact_word,
    prefix,
    pattern,
    fuzzy,
    phrase,
    scope,  ///< `judul:` or `isi:`, before a word, a phrase or a bracket
    filter,
    dates,
    open,
    close,
    conjunction,
    disjunction,
    negation,
    require,
    near,
    end,
  };

  Kind kind;
  Span span;
  /// The word, value or phrase itself, without operators and quotes; empty for an operator.
  std::string_view text{};
  schema::Field field = schema::Field::body;
  DateRange dates{};
  /// Of a phrase, a fuzzy word and NEAR: what it means for the Node.
  unsigned distance = 0;
};

/// A query's lexemes, the last of them `end`. Throws Error for a quote that stays open, a closing
/// bracket that closes nothing, an unknown field, a value that its field cannot have, and a pattern
/// that is too short.
///
/// What looks like an operator but stands in running prose is a word:
/// - `-`, `+`, `=` count only at the beginning of a word with a letter, digit, quote or bracket
///   right after: ` - `, `--`, `C++`, `E=mc2`, `2019-2020` and dashes are prose;
/// - a quote opens only at the beginning of a word: `layar 32" murah` is prose;
/// - `name:value` is a field only where `name` is letters alone and the value follows at once:
///   `KPK: Kami`, `19:30`, `https://…` are prose. An unknown name with a capital that resembles no
///   field (`KPK:Tersangka`) is prose too;
/// - `1)`, `a)`, `:)` and `:(` are prose where no bracket is open;
/// - AND, OR, NOT, DAN, ATAU, BUKAN are operators in capitals only, DEKAT and NEAR only with a
///   number: `DEKAT/5`;
/// - `shape_of` tells which words with `*`, `?` and `~` are prose; after a quote `~` counts only
///   before a number, a space or the end.
std::vector<Lexeme> lex(std::string_view query, Today today);

}  // namespace kliping
