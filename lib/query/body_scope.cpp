// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/body_scope.hpp"

#include <algorithm>
#include <iterator>

#include "kliping/schema.hpp"
#include "query/query_parts.hpp"

namespace kliping {

using Xapian::Query;

namespace {

namespace prefix = schema::prefix;
using Positions = std::vector<Xapian::termpos>;

void add_positions(const Xapian::Database& database, Xapian::docid document,
                   const std::string& word, Positions& positions) {
  const auto end = database.positionlist_end(document, word);
  for (auto at = database.positionlist_begin(document, word); at != end; ++at)
    positions.push_back(*at);
}

void sort_unique(Positions& positions) {
  std::sort(positions.begin(), positions.end());
  positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
}

}  // namespace

Query BodyScope::having(const Query& wanted, const std::string& term,
                        const std::string& title_term) const {
  if (!database_) return wanted;
  std::vector<Xapian::docid> titles_alone;
  auto anywhere = database_->postlist_begin(term);
  const auto end = database_->postlist_end(term);
  const auto titles_end = database_->postlist_end(title_term);
  for (auto title = database_->postlist_begin(title_term); title != titles_end; ++title) {
    if (anywhere != end && *anywhere < *title) anywhere.skip_to(*title);
    if (anywhere == end) break;
    if (*anywhere != *title) continue;
    const Xapian::termcount in_title = title.get_wdf() * schema::title_weight;
    // Signs are not counted, but have positions.
    const bool alone =
        in_title > 0 ? anywhere.get_wdf() <= in_title : !stands_in_body(*title, {{term}}, 1);
    if (alone) titles_alone.push_back(*title);
  }
  return less(wanted, titles_alone);
}

Query BodyScope::having_phrase(const Query& wanted, const std::vector<Alternatives>& steps,
                               Xapian::termcount window) const {
  if (!database_) return wanted;
  std::vector<Query> in_title;
  for (const Alternatives& words : steps) {
    std::vector<Query> any;
    for (const std::string& word : words) any.emplace_back(term(prefix::title, word));
    in_title.push_back(combine(Query::OP_OR, any));
  }
  Xapian::Enquire enquire(*database_);
  enquire.set_query({Query::OP_PHRASE, in_title.begin(), in_title.end(), window});
  enquire.set_weighting_scheme(Xapian::BoolWeight{});
  std::vector<Xapian::docid> titles_alone;
  const Xapian::MSet found = enquire.get_mset(0, database_->get_doccount());
  for (auto match = found.begin(); match != found.end(); ++match) {
    if (!stands_in_body(*match, steps, window)) titles_alone.push_back(*match);
  }
  return less(wanted, titles_alone);
}

/// The nearest next word behind each beginning leads to the nearest end.
bool BodyScope::stands_in_body(Xapian::docid document, const std::vector<Alternatives>& steps,
                               Xapian::termcount window) const {
  std::vector<Positions> of_steps;
  for (const Alternatives& words : steps) of_steps.push_back(positions_in_body(document, words));
  return std::ranges::any_of(of_steps.front(), [&](Xapian::termpos first) {
    Xapian::termpos last = first;
    for (std::size_t i = 1; i < of_steps.size(); ++i) {
      const auto next = std::ranges::upper_bound(of_steps[i], last);
      if (next == of_steps[i].end()) return false;
      last = *next;
    }
    return last - first < window;
  });
}

std::vector<Xapian::termpos> BodyScope::positions_in_body(Xapian::docid document,
                                                          const Alternatives& words) const {
  Positions anywhere, in_title, in_body;
  for (const std::string& word : words) {
    add_positions(*database_, document, word, anywhere);
    add_positions(*database_, document, term(prefix::title, word), in_title);
  }
  sort_unique(anywhere);
  sort_unique(in_title);
  std::ranges::set_difference(anywhere, in_title, std::back_inserter(in_body));
  return in_body;
}

Query BodyScope::less(const Query& wanted, const std::vector<Xapian::docid>& documents) const {
  if (documents.empty()) return wanted;
  std::vector<Query> ids;
  const auto identity = static_cast<Xapian::valueno>(schema::Slot::identity);
  for (const Xapian::docid document : documents)
    ids.emplace_back(schema::identity_term(database_->get_document(document).get_value(identity)));
  return {Query::OP_AND_NOT, wanted, combine(Query::OP_OR, ids)};
}

}  // namespace kliping
