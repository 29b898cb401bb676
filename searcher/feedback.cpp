// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/feedback.hpp"

#include <string>

#include "kliping/schema.hpp"
#include "searcher/tuning.hpp"

namespace kliping::searcher {

namespace {

/// Roots of any word; surface forms would count every inflection again, `ZS` every title.
class RootsOnly final : public Xapian::ExpandDecider {
 public:
  bool operator()(const std::string& term) const override {
    return term.starts_with(schema::prefix::root) && term.size() > 2 &&
           !(term[1] >= 'A' && term[1] <= 'Z');
  }
};

}  // namespace

Xapian::Query with_feedback(const Xapian::Enquire& enquire,
                            const std::vector<Xapian::docid>& best) {
  Xapian::RSet judged;
  for (const Xapian::docid document : best) judged.add_document(document);
  const RootsOnly decider;
  const Xapian::ESet found = enquire.get_eset(tuning::feedback_terms, judged, &decider);
  if (found.empty()) return enquire.get_query();
  const double strongest = found.begin().get_weight();
  std::vector<Xapian::Query> terms;
  for (auto term = found.begin(); term != found.end(); ++term) {
    terms.push_back(Xapian::Query{*term} * (tuning::feedback * term.get_weight() / strongest));
  }
  return {Xapian::Query::OP_AND_MAYBE, enquire.get_query(),
          Xapian::Query{Xapian::Query::OP_OR, terms.begin(), terms.end()}};
}

}  // namespace kliping::searcher
