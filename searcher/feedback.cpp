// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/feedback.hpp"

#include <string>
#include <unordered_map>

#include "kliping/schema.hpp"
#include "searcher/tuning.hpp"

namespace kliping::searcher {

namespace {

/// Roots that several of the best articles share; surface forms would count every inflection
/// again, `ZS` every title. A root of one article alone says little of the subject, and there are
/// many: each would cost a look-up of its frequency.
class SharedRoots final : public Xapian::ExpandDecider {
 public:
  SharedRoots(const Xapian::Database& database, const std::vector<Xapian::docid>& best) {
    for (const Xapian::docid document : best) {
      auto term = database.termlist_begin(document);
      for (term.skip_to(std::string{schema::prefix::root}); term != database.termlist_end(document);
           ++term) {
        const std::string name = *term;
        if (!name.starts_with(schema::prefix::root)) break;
        if (name.size() > 2 && !(name[1] >= 'A' && name[1] <= 'Z')) ++articles_[name];
      }
    }
  }

  bool operator()(const std::string& term) const override {
    const auto found = articles_.find(term);
    return found != articles_.end() && found->second > 1;
  }

 private:
  std::unordered_map<std::string, int> articles_;
};

}  // namespace

Xapian::Query with_feedback(const Xapian::Database& database, const Xapian::Enquire& enquire,
                            const std::vector<Xapian::docid>& best) {
  Xapian::RSet judged;
  for (const Xapian::docid document : best) judged.add_document(document);
  const SharedRoots decider(database, best);
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
