// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/lexer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "query/field_names.hpp"
#include "query/field_value.hpp"
#include "query/pattern.hpp"
#include "query/signs.hpp"
#include "query/syntax_error.hpp"
#include "text/ascii.hpp"
#include "text/code_point.hpp"
#include "text/utf8.hpp"

namespace kliping {

namespace {

using namespace signs;
using ascii::is_digit;
using Kind = Lexeme::Kind;

constexpr std::array<std::pair<std::string_view, Kind>, 6> operators{{
    {"AND", Kind::conjunction},
    {"DAN", Kind::conjunction},
    {"OR", Kind::disjunction},
    {"ATAU", Kind::disjunction},
    {"NOT", Kind::negation},
    {"BUKAN", Kind::negation},
}};

class Lexer {
 public:
  Lexer(std::string_view query, Today today) : query_(query), today_(today) {}

  std::vector<Lexeme> run() && {
    while (skip_spaces()) next();
    push(Kind::end, at_);
    return std::move(out_);
  }

 private:
  static Span span(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  std::string_view rest() const { return query_.substr(at_); }
  char peek(std::size_t offset = 0) const {
    return at_ + offset < query_.size() ? query_[at_ + offset] : '\0';
  }

  bool skip_spaces() {
    while (at_ < query_.size()) {
      const auto c = utf8::decode(query_, at_);
      if (!utf8::is_space(c.value)) return true;
      at_ += c.bytes;
    }
    return false;
  }

  bool begins_word(std::size_t at) const {
    return begins_operand(query_, at) || begins_pattern(query_, at);
  }

  void push(Kind kind, std::size_t begin, std::string_view text = {}) {
    out_.push_back({kind, span(begin, at_), text, schema::Field::body, {}, 0});
  }

  void next() {
    if (!opening_quote(query_, at_).empty()) return phrase();
    if (peek() == '(') return bracket(Kind::open);
    if (peek() == ')') return bracket(Kind::close);
    if ((peek() == '-' || peek() == '+') && begins_word(at_ + 1)) {
      const Kind kind = peek() == '-' ? Kind::negation : Kind::require;
      ++at_;
      return push(kind, at_ - 1);
    }
    if (field()) return;
    word();
  }

  void bracket(Kind kind) {
    if (kind == Kind::open) {
      ++depth_;
    } else if (depth_ > 0) {
      --depth_;
    } else if (!is_list_mark()) {
      throw syntax_error(message("this bracket closes nothing"), query_, span(at_, at_ + 1),
                         message("open it before, or add --literal to look for the words alone"));
    } else {
      ++at_;
      return;
    }
    ++at_;
    push(kind, at_ - 1);
  }

  /// `1)`, `a)`: the closing bracket follows a number or one letter, and no space.
  bool is_list_mark() const {
    if (out_.empty() || out_.back().kind != Kind::word || out_.back().span.end != at_) return false;
    const std::string_view mark = out_.back().text;
    return mark.size() == 1 || std::all_of(mark.begin(), mark.end(), is_digit);
  }

  void phrase() {
    const std::size_t begin = at_;
    const std::string_view text = quoted();
    refuse_patterns_in(text);
    const unsigned between = begins_slop() ? slop() : 0;
    push(Kind::phrase, begin, text);
    out_.back().distance = between;
  }

  /// Reads past a quoted text and gives what stands between the quotes.
  std::string_view quoted() {
    const std::size_t begin = at_;
    at_ += opening_quote(query_, at_).size();
    const std::size_t from = at_;
    // A quote that nothing closes ends the parsing, so this costs one pass over the query at most.
    for (; at_ < query_.size(); ++at_) {
      const std::string_view close = closing_quote(query_, at_);
      if (close.empty()) continue;
      const std::string_view text = query_.substr(from, at_ - from);
      at_ += close.size();
      return text;
    }
    throw syntax_error(message("this quote stays open"), query_, span(begin, from),
                       message("close it, or add --literal to look for the words alone"));
  }

  /// Takes `name:value`, unless that is prose.
  bool field() {
    const std::string_view name = leading_letters(rest());
    if (name.size() < 2 || peek(name.size()) != ':') return false;
    const std::size_t value_at = at_ + name.size() + 1;
    const schema::FieldInfo* const info = find_field(name);
    const bool open_range =
        info && info->field == schema::Field::date && query_.substr(value_at).starts_with("..");
    const bool scoped_pattern = info && is_scope(info->field) && begins_pattern(query_, value_at);
    if (!begins_operand(query_, value_at) && !open_range && !scoped_pattern) {
      if (info) refuse(fault_in_sign(*info, query_.substr(value_at)), span(value_at, value_at + 1));
      return false;
    }
    const Span named = span(at_, value_at);
    if (!info && is_prose(name)) return false;
    if (!info) throw unknown_field(name, named);
    if (!is_searchable(info->field)) {
      throw syntax_error(message("{}: cannot be searched by itself", name), query_, named,
                         message("fields are {}", searchable_field_names()));
    }
    at_ = value_at;
    take_value(*info, named);
    return true;
  }

  void refuse(const std::optional<ValueFault>& fault, Span spot) const {
    if (fault) throw syntax_error(fault->what, query_, spot, fault->hint);
  }

  /// Whether an unknown name is that of a headline, `KPK:Tersangka`. A name that resembles a
  /// field's is a misspelt one instead.
  static bool is_prose(std::string_view name) {
    const bool capital = std::any_of(name.begin(), name.end(), [](char c) { return c < 'a'; });
    return capital && nearest_field_name(name).empty();
  }

  Error unknown_field(std::string_view name, Span named) const {
    const std::string_view nearest = nearest_field_name(name);
    const Message hint = nearest.empty()
                             ? message("fields are {}; a space after the colon makes it a word",
                                       searchable_field_names())
                             : message("did you mean {}: ?", nearest);
    return syntax_error(message("there is no field \"{}\"", name), query_, named, hint);
  }

  void take_value(const schema::FieldInfo& info, Span named) {
    if (is_scope(info.field)) {
      push(Kind::scope, named.begin);
      out_.back().field = info.field;
      return;
    }
    if (peek() == '(') {
      throw syntax_error(message("this field takes one value"), query_, span(at_, at_ + 1),
                         message("({}:A OR {}:B)", info.name, info.name));
    }
    const std::size_t begin = at_;
    const bool is_quoted = !opening_quote(query_, at_).empty();
    const std::string_view text = is_quoted ? quoted() : value();
    refuse(is_quoted ? fault_in_quoted(text) : fault_in_value(info, text), span(begin, at_));
    Lexeme lexeme{Kind::filter, span(named.begin, at_), text, info.field, {}, 0};
    if (info.field == schema::Field::date) {
      lexeme.kind = Kind::dates;
      lexeme.dates = dates(text, span(begin, at_));
    }
    out_.push_back(lexeme);
  }

  DateRange dates(std::string_view text, Span spot) const {
    const auto range = parse_date_range(text, today_);
    if (const auto* days = std::get_if<DateRange>(&range)) return *days;
    const DateHelp help = explain(std::get<DateFault>(range), text);
    throw syntax_error(help.what, query_, spot, help.hint);
  }

  /// Reads a value without quotes: up to the next space, or to a bracket that was not opened in it.
  std::string_view value() {
    const std::size_t begin = at_;
    std::size_t opened = 0;
    while (at_ < query_.size()) {
      const auto c = utf8::decode(query_, at_);
      if (utf8::is_space(c.value)) break;
      if (c.value == '(') ++opened;
      if (c.value == ')' && opened-- == 0) break;
      at_ += c.bytes;
    }
    return query_.substr(begin, at_ - begin);
  }

  void word() {
    const std::size_t begin = at_;
    if (begins_address(rest())) {
      const std::string_view address = value();
      return push(Kind::word, begin, address);
    }
    const bool exact = peek() == '=' && at_ + 1 < query_.size() && is_word_start(query_, at_ + 1);
    at_ += exact ? 1 : 0;
    const std::size_t from = at_;
    while (at_ < query_.size() && !ends_word(from)) at_ += utf8::decode(query_, at_).bytes;
    at_ += percent_behind(query_.substr(from, at_ - from), query_, at_);
    const std::string_view text = query_.substr(from, at_ - from);
    if (pattern(begin, text)) return;
    if (exact) return push(Kind::exact_word, begin, text);
    for (const auto& [name, kind] : operators) {
      if (text == name) return push(kind, begin);
    }
    if (near(begin, text)) return;
    push(Kind::word, begin, text);
  }

  /// Takes a word with signs that stand for letters, if `text` is one. It stands for surface forms
  /// in any case, so `=` before it adds nothing.
  bool pattern(std::size_t begin, std::string_view text) {
    const PatternShape shape = shape_of(text);
    switch (shape.kind) {
      case PatternShape::Kind::prose:
        return false;
      case PatternShape::Kind::prefix:
        push(Kind::prefix, begin, shape.text);
        return true;
      case PatternShape::Kind::pattern:
        push(Kind::pattern, begin, shape.text);
        return true;
      case PatternShape::Kind::fuzzy:
        push(Kind::fuzzy, begin, shape.text);
        out_.back().distance = shape.distance;
        return true;
      default:
        throw pattern_error(shape.kind, span(begin, at_));
    }
  }

  Error pattern_error(PatternShape::Kind kind, Span spot) const {
    switch (kind) {
      case PatternShape::Kind::too_short:
        return syntax_error(message("too few letters to stand for other words"), query_, spot,
                            message("two letters beside * or ?, three before ~; or add --literal"));
      case PatternShape::Kind::too_far:
        return syntax_error(message("~ takes 1 or {}", max_fuzzy_distance), query_, spot,
                            message("kata~1 finds words that differ in one letter"));
      default:
        return syntax_error(
            message("* and ? stand for letters of one word"), query_, spot,
            message("leave out the hyphen, or add --literal to look for the words alone"));
    }
  }

  /// Inside quotes stand the very words. A pattern there would be ignored silently, so it is
  /// refused.
  void refuse_patterns_in(std::string_view phrase) const {
    for (std::size_t at = 0; at < phrase.size();) {
      const std::size_t begin = phrase.find_first_not_of(' ', at);
      if (begin == std::string_view::npos) return;
      at = std::min(phrase.find(' ', begin), phrase.size());
      const PatternShape shape = shape_of(phrase.substr(begin, at - begin));
      if (shape.kind == PatternShape::Kind::prose) continue;
      const auto offset = static_cast<std::size_t>(phrase.data() - query_.data());
      throw syntax_error(
          message("no *, ? or ~ inside quotes"), query_, span(offset + begin, offset + at),
          message("write the word whole, or add --literal to look for the words alone"));
    }
  }

  /// Whether a number of words between follows the quote: `"a b"~3`, or a `~` that lacks its
  /// number.
  bool begins_slop() const {
    if (peek() != '~') return false;
    return at_ + 1 == query_.size() || is_digit(peek(1)) || peek(1) == ')' ||
           utf8::is_space(utf8::decode(query_, at_ + 1).value);
  }

  unsigned slop() {
    const std::size_t begin = at_++;
    const std::size_t digits = at_;
    while (is_digit(peek())) ++at_;
    return distance(query_.substr(digits, at_ - digits), span(begin, at_), 0,
                    message("\"a b\"~3 allows three words in between"));
  }

  /// Takes `DEKAT/5`; `DEKAT/jauh` is prose.
  bool near(std::size_t begin, std::string_view text) {
    const std::string_view sign = near_sign(text);
    const std::string_view number = text.substr(sign.size());
    if (sign.empty() || !std::all_of(number.begin(), number.end(), is_digit)) return false;
    const unsigned apart = distance(number, span(begin, at_), 1,
                                    message("a DEKAT/5 b finds them at most five words apart"));
    push(Kind::near, begin);
    out_.back().distance = apart;
    return true;
  }

  unsigned distance(std::string_view digits, Span spot, unsigned least, const Message& hint) const {
    unsigned value = 0;
    const auto [stop, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (fault == std::errc{} && value >= least && value <= max_word_distance) return value;
    throw syntax_error(message("a number from {} to {} belongs here", least, max_word_distance),
                       query_, spot, hint);
  }

  bool ends_word(std::size_t from) const {
    const auto c = utf8::decode(query_, at_).value;
    if (utf8::is_space(c)) return true;
    if (c != '(' && c != ')') return false;
    return !is_half_smiley(query_.substr(from, at_ - from));
  }

  std::string_view query_;
  Today today_;
  std::size_t at_ = 0;
  /// Brackets that are open.
  std::size_t depth_ = 0;
  std::vector<Lexeme> out_;
};

}  // namespace

std::vector<Lexeme> lex(std::string_view query, Today today) {
  return Lexer(query, today).run();
}

}  // namespace kliping
