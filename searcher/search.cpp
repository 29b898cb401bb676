// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/search.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "kliping/command.hpp"
#include "query/field_names.hpp"
#include "search/archive.hpp"
#include "search/explain_query.hpp"
#include "search/similar.hpp"
#include "search/suggestion.hpp"
#include "searcher/batch.hpp"
#include "searcher/complete.hpp"
#include "searcher/page.hpp"
#include "searcher/request.hpp"
#include "searcher/show.hpp"
#include "text/printable.hpp"

namespace kliping::searcher {

namespace {

void remark(const Streams& streams, Diagnostic::Severity severity, const Message& message) {
  streams.err(command::render(
      "kliping-search", {.severity = severity, .locator = {}, .message = message, .hint = {}}));
}

std::string_view name_of(schema::Field field) {
  const auto found = std::find_if(schema::fields.begin(), schema::fields.end(),
                                  [&](const auto& info) { return info.field == field; });
  return found == schema::fields.end() ? std::string_view{} : found->name;
}

/// Notes a filter whose value no article has: misspelt, it would make the archive look empty.
void tell_missing_values(Archive& archive, const Options& options, const Streams& streams) {
  for (const auto& wanted : options.filters) {
    const auto meant = archive.read([&](const Xapian::Database& database) {
      return missing_value(database, wanted.first, wanted.second);
    });
    if (!meant) continue;
    const std::string filter =
        fmt::format("--filter={}={}", name_of(wanted.first), one_line(wanted.second));
    streams.note(meant->empty() ? message("{}: no article here has this value", filter)
                                : message("{}: no article here has this value; is it {}?", filter,
                                          one_line(*meant)));
  }
}

/// Notes the same for filters in the query, unless there is a correction for them.
void tell_missing_values(Archive& archive, const Node& node, const Options& options,
                         const Streams& streams) {
  for (const Node& child : node.children) {
    if (child.kind != Node::Kind::exclude) tell_missing_values(archive, child, options, streams);
  }
  if (node.kind != Node::Kind::filter) return;
  const auto meant = archive.read([&](const Xapian::Database& database) {
    return missing_value(database, node.field, node.text);
  });
  if (!meant || !meant->empty()) return;
  const std::string filter = one_line(node.span.of(options.query));
  streams.note(node.field == schema::Field::url
                   ? message("{}: no article here has this address", filter)
                   : message("{}: no article here has this value", filter));
}

/// `judul: gempa` is prose, but whoever typed it may have meant the field.
void tell_parted_field(const Node& node, const Streams& streams) {
  for (const Node& child : node.children) tell_parted_field(child, streams);
  const std::string_view name = node.text.substr(0, node.text.find(':'));
  if (node.kind != Node::Kind::word || name.size() + 1 != node.text.size()) return;
  const schema::FieldInfo* const field = find_field(name);
  if (field == nullptr || !is_searchable(field->field) || name.front() < 'a') return;
  streams.note(
      message("{} is read as a word; {}kata, without a space, is a field", node.text, node.text));
}

ExitCode print(Archive& archive, const Options& options, const Streams& streams, const Node& tree,
               const BuiltQuery& query) {
  if (options.task != Task::quiet) {
    tell_missing_values(archive, options, streams);
    tell_missing_values(archive, tree, options, streams);
  }
  const bool counts = options.task == Task::count || options.task == Task::quiet;
  return counts ? print_count(archive, options, streams, tree, query)
                : print_page(archive, options, streams, tree, query);
}

ExitCode find_similar(Archive& archive, const Options& options, const Streams& streams) {
  BuiltQuery query = archive.read([&](const Xapian::Database& database) {
    return similar_query(database, options.similar_id);
  });
  const Xapian::Query filter = filters_of(options);
  if (!filter.empty()) query.query = {Xapian::Query::OP_FILTER, query.query, filter};
  return print(archive, options, streams, Node{}, query);
}

ExitCode answer(Archive& archive, const Options& options, const Streams& streams) {
  const Node tree = parse(options.query, options, archive);
  const BuiltQuery query = build(tree, options, archive);
  if (options.task == Task::explain) {
    streams.out(explain_query(options.query, tree, query, archive.analyzer()));
    return ExitCode::success;
  }
  if (options.task != Task::quiet && options.syntax != Syntax::literal)
    tell_parted_field(tree, streams);
  if (query.query.empty() && options.task != Task::quiet) {
    streams.note(message("the query has no word to look for"));
  }
  return print(archive, options, streams, tree, query);
}

}  // namespace

void Streams::note(const Message& message) const {
  remark(*this, Diagnostic::Severity::note, message);
}

void Streams::warn(const Message& message) const {
  remark(*this, Diagnostic::Severity::warning, message);
}

ExitCode search(const Options& options, const Streams& streams) {
  Archive archive(options.databases, options.archive,
                  [&](const Message& warning) { streams.warn(warning); });
  if (options.verbose) {
    archive.read([&](const Xapian::Database& database) {
      streams.note(
          message("{} in {}", article_count(database.get_doccount()),
                  counted(database.size(), "{} database", "{} databases", database.size())));
    });
  }
  if (options.task == Task::complete) return complete(archive, options, streams);
  if (options.task == Task::show) return show(archive, options, streams);
  if (options.task == Task::batch) return run_batch(archive, options, streams);
  if (!options.similar_id.empty()) return find_similar(archive, options, streams);
  return answer(archive, options, streams);
}

}  // namespace kliping::searcher
