// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/counting.hpp"

#include <algorithm>
#include <memory>

#include "search/boolean_matches.hpp"

namespace kliping {

namespace {

/// The matches of a question with a cutoff, where the score decides what matches.
std::vector<Xapian::docid> scored_matches(const Xapian::Database& database,
                                          const Question& question) {
  const Xapian::Enquire enquire = weighed_enquiry(database, question);
  const Xapian::MSet set = enquire.get_mset(0, database.get_doccount());
  std::vector<Xapian::docid> documents;
  for (auto i = set.begin(); i != set.end(); ++i) {
    if (rounded_score(i.get_weight()) < question.cutoff) break;
    documents.push_back(*i);
  }
  std::sort(documents.begin(), documents.end());
  return documents;
}

ValueCounts count_values(const Searched& searched, const std::vector<Xapian::docid>& documents,
                         schema::Slot slot) {
  ValueCounts values{slot, {}};
  // Neighbours mostly have the same value: articles come in day by day, and source by source.
  auto last = values.counts.end();
  for_each_value(searched, documents, slot, [&](const std::string& value) {
    if (last == values.counts.end() || last->first != value) {
      last = values.counts.try_emplace(value).first;
    }
    ++last->second;
  });
  return values;
}

/// Counts with Xapian's match spies: these work on the servers, which send only the numbers.
Counted count_by_spies(const Xapian::Database& database, const Question& question,
                       const std::vector<schema::Slot>& slots) {
  Xapian::Enquire enquire = weighed_enquiry(database, question);
  // Scores do not decide what matches, so none are computed.
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  std::vector<std::unique_ptr<Xapian::ValueCountMatchSpy>> spies;
  for (const schema::Slot slot : slots) {
    spies.push_back(
        std::make_unique<Xapian::ValueCountMatchSpy>(static_cast<Xapian::valueno>(slot)));
    enquire.add_matchspy(spies.back().get());
  }
  Counted counted;
  counted.total = enquire.get_mset(0, 1, database.get_doccount()).get_matches_estimated();
  for (std::size_t i = 0; i < slots.size(); ++i) {
    ValueCounts& values = counted.values.emplace_back(ValueCounts{slots[i], {}});
    std::size_t present = 0;
    for (auto value = spies[i]->values_begin(); value != spies[i]->values_end(); ++value) {
      values.counts.emplace(*value, value.get_termfreq());
      present += value.get_termfreq();
    }
    // Spies do not count articles without a value.
    if (present < counted.total) values.counts[""] = counted.total - present;
  }
  return counted;
}

}  // namespace

Counted count_all(const Searched& searched, const Question& question,
                  const std::vector<schema::Slot>& slots) {
  const bool scored = question.cutoff > 0;
  if (!scored && searched.place == Place::anywhere) {
    return count_by_spies(searched.database, question, slots);
  }
  const auto documents = scored ? scored_matches(searched.database, question)
                                : boolean_matches(searched.database, question.query);
  Counted counted{documents.size(), {}};
  for (const auto slot : slots) counted.values.push_back(count_values(searched, documents, slot));
  return counted;
}

}  // namespace kliping
