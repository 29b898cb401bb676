// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <utility>

#include "query/lexer.hpp"
#include "query/pasted_address.hpp"
#include "query/signs.hpp"
#include "query/syntax.hpp"
#include "query/syntax_error.hpp"
#include "text/code_point.hpp"
#include "text/utf8.hpp"

// The grammar. lexer.hpp tells what the lexemes are, and which signs are prose.
//
//   query    = choice
//   choice   = sequence { OR sequence }            OR binds loosest
//   sequence = joined { joined }                   side by side: AND, or as --op says
//   joined   = unit { AND unit }
//   unit     = { NOT | "-" | "+" } nearby          two NOTs cancel each other
//   nearby   = operand | plain NEAR/N plain        N words apart at most, in any order
//   plain    = word | "=" word
//   operand  = "(" [ choice ] ")"
//            | plain | word "*" | pattern          "*" any letters, "?" one
//            | word "~" [ 1 | 2 ]                  spelt similarly
//            | quoted phrase [ "~" N ]             N other words in between at most
//            | ( TITLE | BODY ) ":" operand        one word, phrase or bracket
//            | FIELD ":" value | DATE ":" range
//
// An empty bracket is prose and stands for nothing.

namespace kliping {

namespace {

using Kind = Lexeme::Kind;

/// The side of an operator on which its operand is missing.
enum class Side { before, after };

class Parser {
 public:
  Parser(std::string_view query, Today today) : query_(query), lexemes_(lex(query, today)) {}

  Node run() && {
    Node node = choice();
    if (node.kind == Node::Kind::sequence) return node;
    Node top{.kind = Node::Kind::sequence, .span = node.span};
    top.children.push_back(std::move(node));
    return top;
  }

 private:
  const Lexeme& peek() const { return lexemes_[at_]; }

  bool accept(Kind kind) {
    if (peek().kind != kind) return false;
    ++at_;
    return true;
  }

  static bool begins_unit(Kind kind) {
    switch (kind) {
      case Kind::close:
      case Kind::conjunction:
      case Kind::disjunction:
      case Kind::near:
      case Kind::end:
        return false;
      default:
        return true;
    }
  }

  static bool is_sign(Kind kind) { return kind == Kind::negation || kind == Kind::require; }

  static Node group(Node::Kind kind, std::vector<Node>&& children) {
    if (children.size() == 1) return std::move(children.front());
    Node node{.kind = kind};
    if (!children.empty()) node.span = {children.front().span.begin, children.back().span.end};
    node.children = std::move(children);
    return node;
  }

  Node choice() {
    std::vector<Node> choices;
    choices.push_back(sequence());
    while (peek().kind == Kind::disjunction) {
      const Lexeme& sign = lexemes_[at_++];
      if (is_nothing(choices.back())) throw missing_operand(sign, Side::before);
      if (!begins_unit(peek().kind)) throw missing_operand(sign, Side::after);
      choices.push_back(sequence());
    }
    return group(Node::Kind::any, std::move(choices));
  }

  Node sequence() {
    std::vector<Node> parts;
    while (begins_unit(peek().kind) || peek().kind == Kind::conjunction ||
           peek().kind == Kind::near) {
      Node part = joined();
      if (!is_nothing(part)) parts.push_back(std::move(part));
    }
    return group(Node::Kind::sequence, std::move(parts));
  }

  Node joined() {
    if (!begins_unit(peek().kind)) throw missing_operand(peek(), Side::before);
    std::vector<Node> parts;
    const auto take = [&] {
      Node part = unit();
      if (!is_nothing(part)) parts.push_back(std::move(part));
    };
    take();
    while (peek().kind == Kind::conjunction) {
      const Lexeme& sign = lexemes_[at_++];
      if (!begins_unit(peek().kind)) throw missing_operand(sign, Side::after);
      take();
    }
    return parts.empty() ? Node{} : group(Node::Kind::all, std::move(parts));
  }

  Node unit() {
    const Lexeme& first = peek();
    bool excluded = false;
    bool required = false;
    while (is_sign(peek().kind)) {
      const Lexeme& sign = lexemes_[at_++];
      if (!begins_unit(peek().kind)) throw missing_operand(sign, Side::after);
      if (sign.kind == Kind::negation) excluded = !excluded;
      if (sign.kind == Kind::require) required = true;
    }
    Node node = nearby();
    if (is_nothing(node) || (!excluded && !required)) return node;
    Node wrapper{.kind = excluded ? Node::Kind::exclude : Node::Kind::require,
                 .span = {first.span.begin, node.span.end}};
    wrapper.children.push_back(std::move(node));
    return wrapper;
  }

  Node nearby() {
    Node left = operand();
    if (peek().kind != Kind::near) return left;
    const Lexeme& sign = lexemes_[at_++];
    if (!begins_unit(peek().kind)) throw missing_operand(sign, Side::after);
    if (is_sign(peek().kind)) throw not_between_words(sign);
    Node right = operand();
    for (const Node* const side : {&left, &right}) {
      const bool plain = side->kind == Node::Kind::word || side->kind == Node::Kind::exact_word;
      if (!plain || side->scope != Scope::anywhere) throw not_between_words(sign);
    }
    if (peek().kind == Kind::near) throw not_between_words(peek());
    Node node{.kind = Node::Kind::near,
              .span = {left.span.begin, right.span.end},
              .distance = sign.distance};
    node.children.push_back(std::move(left));
    node.children.push_back(std::move(right));
    return node;
  }

  Node operand() {
    const Lexeme& lexeme = lexemes_[at_++];
    switch (lexeme.kind) {
      case Kind::open:
        return bracket(lexeme);
      case Kind::scope:
        return scoped(lexeme);
      case Kind::exact_word:
        return leaf(Node::Kind::exact_word, lexeme);
      case Kind::prefix:
        return leaf(Node::Kind::prefix, lexeme);
      case Kind::pattern:
        return leaf(Node::Kind::pattern, lexeme);
      case Kind::fuzzy:
        return leaf(Node::Kind::fuzzy, lexeme);
      case Kind::phrase:
        return leaf(Node::Kind::phrase, lexeme);
      case Kind::filter:
        return leaf(Node::Kind::filter, lexeme);
      case Kind::dates:
        return leaf(Node::Kind::dates, lexeme);
      default:
        return leaf(Node::Kind::word, lexeme);
    }
  }

  Node leaf(Node::Kind kind, const Lexeme& lexeme) const {
    return {.kind = kind,
            .scope = scope_,
            .field = lexeme.field,
            .span = lexeme.span,
            .text = lexeme.text,
            .distance = lexeme.distance,
            .dates = lexeme.dates};
  }

  /// Of several, `judul:isi:kata`, the last one counts.
  Node scoped(const Lexeme& first) {
    const Lexeme* last = &first;
    while (peek().kind == Kind::scope) last = &lexemes_[at_++];
    const Lexeme& sign = *last;
    if (!begins_unit(peek().kind) || is_sign(peek().kind)) throw missing_operand(sign, Side::after);
    const bool title = sign.field == schema::Field::title;
    const Scope outer = std::exchange(scope_, title ? Scope::title : Scope::body);
    Node node = operand();
    scope_ = outer;
    node.span.begin = first.span.begin;
    return node;
  }

  Node bracket(const Lexeme& opening) {
    if (++depth_ > max_nesting) {
      throw syntax_error(message("more than {} brackets inside one another", max_nesting), query_,
                         opening.span, message("add --literal to look for the words alone"));
    }
    Node node = choice();
    if (!accept(Kind::close)) {
      throw syntax_error(message("this bracket stays open"), query_, opening.span,
                         message("close it, or add --literal to look for the words alone"));
    }
    --depth_;
    return node;
  }

  static bool is_nothing(const Node& node) {
    return node.kind == Node::Kind::sequence && node.children.empty();
  }

  Error not_between_words(const Lexeme& sign) const {
    return syntax_error(
        message("{} stands between two words", sign.span.of(query_)), query_, sign.span,
        message("(a DEKAT/5 b) (b DEKAT/5 c) for three; judul:\"a b\"~5 in titles"));
  }

  Error missing_operand(const Lexeme& sign, Side side) const {
    const std::string_view text = sign.span.of(query_);
    return syntax_error(side == Side::before ? message("nothing stands before {}", text)
                                             : message("nothing stands after {}", text),
                        query_, sign.span,
                        message("put a word there, or add --literal to look for the words alone"));
  }

  std::string_view query_;
  std::vector<Lexeme> lexemes_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  Scope scope_ = Scope::anywhere;
};

void check_size(std::string_view query) {
  if (query.size() <= max_query_bytes) return;
  throw Error(message("a query of {} bytes; at most {} are taken", query.size(), max_query_bytes));
}

/// Whoever pastes an address wants the article there, not articles that mention the address.
Node address_query(std::string_view query, std::string_view address) {
  const auto begin = static_cast<std::uint32_t>(address.data() - query.data());
  const Span span{begin, begin + static_cast<std::uint32_t>(address.size())};
  Node top{.kind = Node::Kind::sequence, .span = span};
  top.children.push_back(
      {.kind = Node::Kind::filter, .field = schema::Field::url, .span = span, .text = address});
  return top;
}

}  // namespace

Node parse_query(std::string_view query, Today today) {
  check_size(query);
  const std::string_view address = pasted_address(query);
  if (!address.empty()) return address_query(query, address);
  return Parser(query, today).run();
}

Node parse_literal(std::string_view query) {
  check_size(query);
  Node top{.kind = Node::Kind::sequence, .span = {0, static_cast<std::uint32_t>(query.size())}};
  for (std::size_t at = 0; at < query.size();) {
    const std::size_t begin = at;
    while (at < query.size() && !utf8::is_space(utf8::decode(query, at).value)) {
      at += utf8::decode(query, at).bytes;
    }
    at += signs::percent_behind(query.substr(begin, at - begin), query, at);
    if (at > begin) {
      Node word{.kind = Node::Kind::word,
                .span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)},
                .text = query.substr(begin, at - begin)};
      top.children.push_back(std::move(word));
    }
    if (at < query.size()) at += utf8::decode(query, at).bytes;
  }
  return top;
}

}  // namespace kliping
