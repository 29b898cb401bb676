// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/article_fields.hpp"

#include <algorithm>

namespace kliping {

namespace {

/// Whether a path may be an archive's: it has an ending, or is standard input.
bool may_be_archive(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  return name == "-" || name.find('.') != name.npos;
}

/// The place of the `!` that separates an archive from its member; npos if there is none. A `!`
/// that ends a word belongs to the name of a file: `Awas! Banjir.html`.
std::size_t member_mark(std::string_view locator) {
  constexpr std::string_view after_words = " .,!?'\"/";
  std::size_t at = locator.find('!');
  while (at != locator.npos) {
    const bool closes_word =
        at + 1 == locator.size() || after_words.find(locator[at + 1]) != after_words.npos;
    if (!closes_word && may_be_archive(locator.substr(0, at))) return at;
    at = locator.find('!', at + 1);
  }
  return at;
}

/// A locator without the place of the record in the file: `berita.jsonl` of `berita.jsonl:42` and
/// of `berita.jsonl:42#2`, `crawl.warc.gz` of `crawl.warc.gz@17628`.
std::string_view without_place(std::string_view locator) {
  const std::size_t sign = locator.find_last_not_of("0123456789#");
  if (sign == locator.npos || sign + 1 == locator.size()) return locator;
  const std::string_view file = locator.substr(0, sign);
  const bool is_crawl = file.find(".warc") != file.npos;
  return locator[sign] == ':' || (locator[sign] == '@' && is_crawl) ? file : locator;
}

}  // namespace

std::string field_text(const Article& article, std::string_view name) {
  if (name == "id") return article.id;
  if (name == "locator") return article.locator;
  if (name == "file") return file_of(article.locator);
  if (name == "url") return article.url;
  if (name == "title") return article.title;
  if (name == "date") return article.date ? to_iso(*article.date) : std::string{};
  if (name == "source") return article.source;
  if (name == "section") return article.section;
  if (name == "author") return article.author;
  if (name == "body") return article.body;
  const auto found = std::find_if(article.extra.begin(), article.extra.end(),
                                  [&](const auto& pair) { return pair.first == name; });
  return found == article.extra.end() ? std::string{} : found->second;
}

const std::vector<std::string>& output_field_names() {
  static const std::vector<std::string> names{
      "rank",          "score",   "id",      "locator", "file",    "url",        "title",
      "date",          "source",  "section", "author",  "snippet", "highlights", "duplicates",
      "duplicate_ids", "matched", "body"};
  return names;
}

bool is_output_field(std::string_view name) {
  const auto& names = output_field_names();
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string file_of(std::string_view locator) {
  const std::string_view file = without_place(locator.substr(0, member_mark(locator)));
  return file == "-" ? std::string{} : std::string{file};
}

const std::string& whereabouts(const Article& article) {
  if (!article.locator.empty()) return article.locator;
  return article.url.empty() ? article.id : article.url;
}

}  // namespace kliping
