// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

/// What the characters at a place of a query may begin. `at` is a byte offset, at most the query's
/// size, at a whole character.
namespace kliping::signs {

bool is_letter(char c);
bool is_digit(char c);

/// The double quote at the place, straight, English, German or French; empty for none.
std::string_view opening_quote(std::string_view query, std::size_t at);
std::string_view closing_quote(std::string_view query, std::size_t at);

/// `DEKAT/` or `NEAR/` at the beginning of the text; empty for neither.
std::string_view near_sign(std::string_view text);

/// Whether a letter or digit of any script is here, as far as a query needs to know: no ASCII
/// sign, no punctuation of U+2000 and up to U+206F.
bool is_word_start(std::string_view query, std::size_t at);

/// Whether something that an operator can apply to begins here: a word, a bracket, a quote,
/// `=kata`.
bool begins_operand(std::string_view query, std::size_t at);

/// `*kata`, `?ata`
bool begins_pattern(std::string_view query, std::size_t at);

/// The letters of ASCII that the text begins with.
std::string_view leading_letters(std::string_view text);

/// `https://…`
bool begins_address(std::string_view text);

/// Behind `text`, which ends at `end` of the query, a percent sign that belongs to its number, as
/// in `5 %`: bytes of it, the space included; else 0.
std::size_t percent_behind(std::string_view text, std::string_view query, std::size_t end);

/// `:)`, `;-(`: whether these are the eyes that make a bracket a mouth.
bool is_half_smiley(std::string_view text);

}  // namespace kliping::signs
