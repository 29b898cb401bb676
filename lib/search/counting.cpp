// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/counting.hpp"

#include <memory>

namespace kliping {

namespace {

/// Where the score decides what matches: a spy sees what the cutoff leaves out, too.
Counted count_scored(const Xapian::Database& database, const Question& question,
                     const std::vector<schema::Slot>& slots) {
  Xapian::Enquire enquire = weighed_enquiry(database, question);
  const Xapian::MSet set = enquire.get_mset(0, database.get_doccount());
  Counted counted;
  for (const schema::Slot slot : slots) counted.values.push_back({slot, {}});
  for (auto i = set.begin(); i != set.end(); ++i) {
    if (rounded_score(i.get_weight()) < question.cutoff) break;
    ++counted.total;
    for (ValueCounts& values : counted.values) ++values.counts[value_of(database, *i, values.slot)];
  }
  return counted;
}

}  // namespace

Counted count_all(const Xapian::Database& database, const Question& question,
                  const std::vector<schema::Slot>& slots) {
  if (question.cutoff > 0) return count_scored(database, question, slots);
  Xapian::Enquire enquire = weighed_enquiry(database, question);
  // No score decides what matches: none has to be worked out.
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
    // Spies pass over what has no value.
    if (present < counted.total) values.counts[""] = counted.total - present;
  }
  return counted;
}

}  // namespace kliping
