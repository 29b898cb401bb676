// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/field_value.hpp"

#include "text/ascii.hpp"

namespace kliping {

namespace {

bool begins_word(std::string_view text) {
  return !text.empty() && ascii::is_letter_or_digit(text.front());
}

}  // namespace

std::optional<ValueFault> fault_in_value(const schema::FieldInfo& field, std::string_view value) {
  if (field.field == schema::Field::date) return std::nullopt;
  const bool is_pattern = value.find('*') != value.npos || value.ends_with('~');
  const bool is_address = field.field == schema::Field::url && value.find('/') != value.npos;
  if (!is_pattern || is_address || field.field == schema::Field::id) return std::nullopt;
  return ValueFault{message("this field takes a whole value"),
                    message("write it in full; inside quotes * and ~ mean themselves")};
}

std::optional<ValueFault> fault_in_quoted(std::string_view value) {
  if (value.find_first_not_of(' ') != value.npos) return std::nullopt;
  return ValueFault{message("no value stands between the quotes"),
                    message("write one, or leave the field out")};
}

std::optional<ValueFault> fault_in_sign(const schema::FieldInfo& field, std::string_view rest) {
  if (rest.empty()) return std::nullopt;
  const char sign = rest.front();
  const std::string_view behind = rest.substr(1);
  if ((sign == '-' || sign == '+') && begins_word(behind))
    return ValueFault{
        message("no sign stands behind a field's colon"),
        message("{}{}:… puts it before the field", rest.substr(0, 1), field.indonesian)};
  if ((sign == '<' || sign == '>') && field.field == schema::Field::date)
    return ValueFault{message("dates are compared by ranges"),
                      message("2019.. is from 2019 on, ..2019 up to its end")};
  const bool is_alone = behind.empty() || behind.front() == ' ';
  if (sign == '*' && is_alone)
    return ValueFault{message("no value stands behind the colon"),
                      message("a space after the colon makes it a word")};
  return std::nullopt;
}

}  // namespace kliping
