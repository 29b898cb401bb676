// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

namespace kliping::glass {

namespace {

using Xapian::Database;

constexpr std::size_t plenty = 20;

constexpr std::string_view in_document = " in document ";

std::string document(Xapian::docid docid) {
  return "document " + std::to_string(docid);
}

template <typename Posting>
std::vector<Xapian::termpos> positions(const Posting& posting) {
  return {posting.positionlist_begin(), posting.positionlist_end()};
}

/// Walks two iterators side by side; `same_item` compares what they stand at and says whether to
/// go on.
template <typename Iterator, typename SameItem>
void walk(Differences& found, std::pair<Iterator, Iterator> expected,
          std::pair<Iterator, Iterator> actual, const std::string& what, SameItem&& same_item) {
  auto& [a, a_end] = expected;
  auto& [b, b_end] = actual;
  for (; a != a_end && b != b_end; ++a, ++b) {
    if (!same_item(a, b)) return;
  }
  if ((a == a_end) != (b == b_end)) found.note(what + ": one ends early");
}

class Comparison {
 public:
  Comparison(Differences& found, const Database& expected, const Database& actual)
      : found_(found), a_(expected), b_(actual) {}

  void run() {
    statistics();
    terms();
    documents();
    for (const Xapian::valueno slot : slots_) values(slot);
    metadata();
  }

 private:
  void statistics() {
    found_.same(a_.get_doccount(), b_.get_doccount(), "number of documents");
    found_.same(a_.get_lastdocid(), b_.get_lastdocid(), "last document id");
    found_.same(a_.get_total_length(), b_.get_total_length(), "total length");
    found_.same(a_.get_avlength(), b_.get_avlength(), "average length");
    found_.same(a_.get_doclength_lower_bound(), b_.get_doclength_lower_bound(),
                "lower bound of lengths");
    found_.same(a_.get_doclength_upper_bound(), b_.get_doclength_upper_bound(),
                "upper bound of lengths");
    found_.same(a_.has_positions(), b_.has_positions(), "having positions");
  }

  void terms() {
    walk(found_, std::pair(a_.allterms_begin(), a_.allterms_end()),
         std::pair(b_.allterms_begin(), b_.allterms_end()), "terms", [this](auto& a, auto& b) {
           const std::string term = *a;
           if (!found_.same(term, *b, "term ", term)) return false;
           found_.same(a.get_termfreq(), b.get_termfreq(), "term frequency of ", term);
           found_.same(a_.get_collection_freq(term), b_.get_collection_freq(term),
                       "collection frequency of ", term);
           found_.same(a_.get_wdf_upper_bound(term), b_.get_wdf_upper_bound(term),
                       "bound of the wdf of ", term);
           postings(term);
           skips(term);
           return true;
         });
  }

  void postings(const std::string& term) {
    walk(found_, std::pair(a_.postlist_begin(term), a_.postlist_end(term)),
         std::pair(b_.postlist_begin(term), b_.postlist_end(term)), "postings of " + term,
         [&](auto& a, auto& b) {
           const Xapian::docid docid = *a;
           const auto same = [&](const auto& x, const auto& y, std::string_view what) {
             return found_.same(x, y, what, term, in_document, docid);
           };
           if (!same(docid, *b, "posting of ")) return false;
           same(a.get_wdf(), b.get_wdf(), "wdf of ");
           same(a.get_doclength(), b.get_doclength(), "length beside ");
           return same(positions(a), positions(b), "positions of ");
         });
  }

  /// Leaps of growing length, so that some land in each kind of chunk.
  void skips(const std::string& term) {
    auto a = a_.postlist_begin(term);
    auto b = b_.postlist_begin(term);
    const auto a_end = a_.postlist_end(term);
    const auto b_end = b_.postlist_end(term);
    for (Xapian::docid leap = 1; a != a_end; leap = leap * 3 + 1) {
      const Xapian::docid target = *a + leap;
      if (target < leap) return;
      a.skip_to(target);
      b.skip_to(target);
      if (!found_.same(a == a_end, b == b_end, "skipping in ", term)) return;
      if (a != a_end && !found_.same(*a, *b, "skipping in ", term)) return;
    }
  }

  void documents() {
    const std::string all;
    walk(found_, std::pair(a_.postlist_begin(all), a_.postlist_end(all)),
         std::pair(b_.postlist_begin(all), b_.postlist_end(all)), "documents",
         [this](auto& a, auto& b) {
           if (!found_.same(*a, *b, "missing: document ", *a)) return false;
           one_document(*a);
           return true;
         });
  }

  void one_document(Xapian::docid docid) {
    const std::string name = document(docid);
    found_.same(a_.get_doclength(docid), b_.get_doclength(docid), "length of ", name);
    found_.same(a_.get_unique_terms(docid), b_.get_unique_terms(docid), "unique terms of ", name);
    walk(found_, std::pair(a_.termlist_begin(docid), a_.termlist_end(docid)),
         std::pair(b_.termlist_begin(docid), b_.termlist_end(docid)), "termlist of " + name,
         [&](auto& a, auto& b) {
           return found_.same(*a, *b, "term in the list of ", name) &&
                  found_.same(a.get_wdf(), b.get_wdf(), "wdf in the list of ", name);
         });
    const Xapian::Document a = a_.get_document(docid);
    const Xapian::Document b = b_.get_document(docid);
    found_.same(a.get_data(), b.get_data(), "data of ", name);
    walk(found_, std::pair(a.values_begin(), a.values_end()),
         std::pair(b.values_begin(), b.values_end()), "values of " + name, [&](auto& x, auto& y) {
           slots_.insert(x.get_valueno());
           return found_.same(x.get_valueno(), y.get_valueno(), "slot in ", name) &&
                  found_.same(*x, *y, "value in ", name);
         });
  }

  void values(Xapian::valueno slot) {
    const std::string name = "slot " + std::to_string(slot);
    found_.same(a_.get_value_freq(slot), b_.get_value_freq(slot), "documents with ", name);
    found_.same(a_.get_value_lower_bound(slot), b_.get_value_lower_bound(slot), "lowest value of ",
                name);
    found_.same(a_.get_value_upper_bound(slot), b_.get_value_upper_bound(slot), "highest value of ",
                name);
    walk(found_, std::pair(a_.valuestream_begin(slot), a_.valuestream_end(slot)),
         std::pair(b_.valuestream_begin(slot), b_.valuestream_end(slot)), "values of " + name,
         [&](auto& a, auto& b) {
           return found_.same(a.get_docid(), b.get_docid(), "document with ", name) &&
                  found_.same(*a, *b, "value of ", name);
         });
  }

  void metadata() {
    walk(found_, std::pair(a_.metadata_keys_begin(), a_.metadata_keys_end()),
         std::pair(b_.metadata_keys_begin(), b_.metadata_keys_end()), "metadata",
         [this](auto& a, auto& b) {
           return found_.same(*a, *b, "metadata key ", *a) &&
                  found_.same(a_.get_metadata(*a), b_.get_metadata(*b), "metadata ", *a);
         });
  }

  Differences& found_;
  const Database& a_;
  const Database& b_;
  /// In use in the expected database.
  std::set<Xapian::valueno> slots_;
};

void compare_document(Differences& found, const Database& database, const Sample& expected) {
  const std::string name = document(expected.docid);
  auto listed = database.termlist_begin(expected.docid);
  const auto end = database.termlist_end(expected.docid);
  for (const auto& [term, wdf, positions] : expected.document.terms) {
    const bool there = listed != end && *listed == term;
    if (!found.same(true, there, "termlist of ", name, " at ", term)) return;
    found.same(wdf, listed.get_wdf(), "wdf in the termlist of ", name, " of ", term);
    ++listed;
  }
  found.same(true, listed == end, "end of the termlist of ", name);
  const Xapian::Document actual = database.get_document(expected.docid);
  found.same(expected.document.data, actual.get_data(), "data of ", name);
  found.same(expected.document.values.size(), std::size_t{actual.values_count()},
             "number of values of ", name);
  for (const auto& [slot, value] : expected.document.values) {
    found.same(value, actual.get_value(slot), "value of ", name);
  }
}

struct SampledTerm {
  const OwnedDocument::OwnedTerm* term;
  Xapian::docid docid;
};

/// In the order of the tables, so that each list is opened once and few blocks are read twice.
std::vector<SampledTerm> in_table_order(const std::vector<Sample>& samples) {
  std::vector<SampledTerm> terms;
  for (const Sample& sample : samples) {
    for (const auto& term : sample.document.terms) terms.push_back({&term, sample.docid});
  }
  std::sort(terms.begin(), terms.end(), [](const SampledTerm& a, const SampledTerm& b) {
    const int order = a.term->term.compare(b.term->term);
    return order != 0 ? order < 0 : a.docid < b.docid;
  });
  return terms;
}

void compare_postings(Differences& found, const Database& database,
                      const std::vector<Sample>& samples) {
  const std::string* open = nullptr;
  Xapian::PostingIterator posting;
  const Xapian::PostingIterator end;
  for (const auto& [expected, docid] : in_table_order(samples)) {
    const auto& [term, wdf, expected_positions] = *expected;
    if (!open || *open != term) posting = database.postlist_begin(term);
    open = &term;
    if (posting != end) posting.skip_to(docid);
    const bool there = posting != end && *posting == docid;
    if (!found.same(true, there, "posting of ", term, in_document, docid)) continue;
    found.same(wdf, posting.get_wdf(), "wdf of ", term, in_document, docid);
    found.same(expected_positions, positions(posting), "positions of ", term, in_document, docid);
  }
}

}  // namespace

void Differences::note(std::string what) {
  noted_.push_back(std::move(what));
  if (noted_.size() >= plenty) throw Enough();
}

std::vector<std::string> differences(const Database& expected, const Database& actual) {
  return Differences().collect(
      [&](Differences& found) { Comparison(found, expected, actual).run(); });
}

std::vector<std::string> differences(const Database& database,
                                     const std::vector<Sample>& expected) {
  return Differences().collect([&](Differences& found) {
    for (const Sample& sample : expected) compare_document(found, database, sample);
    compare_postings(found, database, expected);
  });
}

}  // namespace kliping::glass
