// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "draft.hpp"
#include "keyed_draft.hpp"
#include "kliping/text/decode.hpp"

namespace kliping::indexer {

namespace {

using schema::Field;

/// What TREC's collections call their elements, beside the names that we know.
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> trec_names{{
    {"HEAD", "title"},
    {"HL", "title"},
    {"TTL", "title"},
    {"LP", "lead"},
    {"LEADPARA", "lead"},
    {"DD", "date"},
    {"DATE1", "date"},
    {"DATE_TIME", "date"},
    {"PUB", "source"},
    {"BYLINE", "author"},
}};

/// A document has a dozen; each that nothing closes costs a search to the end.
constexpr int most_elements = 256;

struct Element {
  std::string name;
  std::string_view content;
};

/// The element that begins at or behind `at`, which then is behind it. Elements inside it stay in
/// its content; one that nothing closes ends with its line.
bool next_element(std::string_view text, std::size_t& at, Element& element) {
  constexpr std::size_t longest_name = 64;
  for (at = text.find('<', at); at != text.npos; at = text.find('<', at + 1)) {
    const std::string_view here = text.substr(at + 1, longest_name);
    element.name = here.substr(0, here.find_first_of("> \n\r"));
    const std::size_t open_end = text.find('>', at);
    if (open_end == text.npos) return false;
    if (element.name.empty() || element.name.front() == '/' || element.name.size() == longest_name)
      continue;
    const std::size_t close = text.find("</" + element.name + '>', open_end);
    const std::size_t end =
        close == text.npos ? std::min(text.find('\n', open_end), text.size()) : close;
    element.content = text.substr(open_end + 1, end - open_end - 1);
    at = close == text.npos ? end : close + element.name.size() + 3;
    return true;
  }
  return false;
}

std::string known_name(const std::string& name) {
  const auto* const found = std::find_if(trec_names.begin(), trec_names.end(),
                                         [&](const auto& pair) { return pair.first == name; });
  return found == trec_names.end() ? name : std::string{found->second};
}

/// TREC's web collections: a line with the address and the server's headers, then the page.
Draft draft_of_web(std::string_view document, std::string_view header, std::size_t page_start) {
  Draft draft = draft_of_page(document.substr(page_start), "UTF-8");
  const std::size_t first = std::min(header.find_first_not_of(" \r\n"), header.size());
  const std::string_view line = header.substr(first);
  const std::string_view address = line.substr(0, line.find_first_of(" \r\n"));
  if (address.find("://") != address.npos) draft[Field::url] = address;
  return draft;
}

void add_text(std::string& all, std::string_view part) {
  if (!all.empty()) all += '\n';
  all += part;
}

std::string_view without_envelope(std::string_view document) {
  const std::size_t open = document.find('>', document.find('<'));
  const std::size_t close = document.rfind("</");
  if (open == document.npos || close == document.npos || close < open) return document;
  return document.substr(open + 1, close - open - 1);
}

}  // namespace

DraftOrFault draft_from_trec(const Record& record, const ReadOptions& options) {
  const std::string decoded = text::decode(record.bytes, record.origin->encoding);
  const std::string_view document = without_envelope(decoded);
  KeyedDraft keyed(options);
  std::string lead;
  std::string body;
  std::string number;
  Element element;
  std::size_t at = 0;
  for (int count = 0; count < most_elements && next_element(document, at, element); ++count) {
    const std::string name = known_name(element.name);
    if (name == "DOCHDR") {
      Draft page = draft_of_web(document, element.content, at);
      page[Field::id] = number;
      return page;
    }
    if (name == "DOCNO") number = element.content;
    if (name == "lead")
      add_text(lead, element.content);
    else if (keyed.meaning(name).field == Field::body && guess_field(name))
      add_text(body, element.content);
    else
      keyed.take(name, std::string{element.content});
  }
  if (!lead.empty()) body.insert(0, lead + '\n');
  keyed.draft()[Field::body] = std::move(body);
  return std::move(keyed.draft());
}

}  // namespace kliping::indexer
