// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/syntax.hpp"

#include <fmt/format.h>

namespace kliping {

namespace {

std::string join(const std::vector<Node>& nodes, std::string_view sign) {
  std::string out = "(";
  for (const Node& node : nodes) {
    if (out.size() > 1) out += sign;
    out += draw(node);
  }
  return out + ")";
}

std::string_view name_of(schema::Field field) {
  for (const schema::FieldInfo& info : schema::fields) {
    if (info.field == field) return info.name;
  }
  return {};
}

std::string_view scope_name(Scope scope) {
  if (scope == Scope::anywhere) return "";
  return scope == Scope::title ? "title:" : "body:";
}

std::string draw_leaf(const Node& node) {
  switch (node.kind) {
    case Node::Kind::exact_word:
      return fmt::format("={}", node.text);
    case Node::Kind::prefix:
      return fmt::format("{}*", node.text);
    case Node::Kind::fuzzy:
      return fmt::format("{}~{}", node.text, node.distance);
    case Node::Kind::phrase:
      return fmt::format("\"{}\"", node.text) +
             (node.distance > 0 ? fmt::format("~{}", node.distance) : "");
    case Node::Kind::filter:
      return fmt::format("{}:[{}]", name_of(node.field), node.text);
    case Node::Kind::dates:
      return fmt::format("date:[{}..{}]", node.dates.first, node.dates.last);
    default:
      return std::string{node.text};
  }
}

}  // namespace

std::string draw(const Node& node) {
  switch (node.kind) {
    case Node::Kind::sequence:
      return node.children.size() == 1 ? draw(node.children.front()) : join(node.children, " ");
    case Node::Kind::all:
      return join(node.children, " & ");
    case Node::Kind::any:
      return join(node.children, " | ");
    case Node::Kind::require:
      return "+" + draw(node.children.front());
    case Node::Kind::exclude:
      return "-" + draw(node.children.front());
    case Node::Kind::near:
      return join(node.children, fmt::format(" NEAR/{} ", node.distance));
    default:
      return std::string{scope_name(node.scope)} + draw_leaf(node);
  }
}

}  // namespace kliping
