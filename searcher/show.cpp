// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/show.hpp"

#include <fmt/format.h>

#include <optional>

#include "kliping/stored_article.hpp"
#include "search/highlighter.hpp"
#include "searcher/request.hpp"
#include "text/printable.hpp"

namespace kliping::searcher {

namespace {

std::optional<Article> find_article(Archive& archive, const std::string& id) {
  const std::string term = schema::identity_term(id);
  return archive.read([&](const Xapian::Database& database) -> std::optional<Article> {
    const auto posting = database.postlist_begin(term);
    if (posting == database.postlist_end(term)) return {};
    return load(database.get_document(*posting).get_data());
  });
}

std::vector<Span> highlights_of(std::string_view body, const Wanted& wanted,
                                const Analyzer& analyzer) {
  std::vector<Span> spans;
  if (wanted.empty()) return spans;
  TokenList tokens;
  analyzer.analyze(body, tokens);
  for (const Mark& mark : find_marks(tokens, wanted)) spans.push_back(mark.span);
  return spans;
}

/// Prints articles one after the other, with the separators of their format.
class Articles {
 public:
  Articles(const Options& options, const Streams& streams) : options_(options), streams_(streams) {}

  std::string add(const Shown& shown) {
    const bool first = count_++ == 0;
    switch (options_.format) {
      case Format::json:
        return (first ? "[\n" : ",\n") + show_json(shown);
      case Format::jsonl:
        return show_json(shown) + options_.terminator;
      default:
        return (first ? "" : "\n\n") + show_text(shown, streams_.style);
    }
  }

  std::string end() const {
    if (options_.format != Format::json) return {};
    return count_ == 0 ? "[\n]\n" : "\n]\n";
  }

  ExitCode outcome() const { return count_ > 0 ? ExitCode::success : ExitCode::nothing_or_skipped; }

 private:
  const Options& options_;
  const Streams& streams_;
  std::size_t count_ = 0;
};

}  // namespace

ExitCode show(Archive& archive, const Options& options, const Streams& streams) {
  Wanted wanted;
  if (!options.highlight.empty()) {
    wanted = build(parse(options.highlight, options, archive), options, archive).wanted;
  }
  const Analyzer analyzer = archive.analyzer();
  Articles articles(options, streams);
  const auto print = [&](std::string&& bytes) {
    const bool escapes = options.format != Format::text && streams.style.width > 0;
    streams.out(escapes ? harmless(bytes, Escape::json) : bytes);
  };
  for (const std::string& id : options.show_ids) {
    const auto article = find_article(archive, id);
    if (article) {
      print(articles.add({*article, highlights_of(article->body, wanted, analyzer)}));
    } else {
      streams.note(message("no article has the id \"{}\"", one_line(id)));
    }
  }
  print(articles.end());
  return articles.outcome();
}

}  // namespace kliping::searcher
