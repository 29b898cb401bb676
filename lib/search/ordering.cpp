// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/ordering.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "query/tuning.hpp"
#include "search/field_order.hpp"
#include "search/pruning.hpp"
#include "search/recency.hpp"

namespace kliping {

namespace {

using Xapian::Query;

/// How many matches beyond the wanted ones are fetched, to see whether the last one has equals
/// there.
constexpr std::size_t first_margin = 8;
constexpr std::size_t max_margin = 512;

/// Matches beyond those if Xapian prunes the query wrongly (`pruning.hpp`): what it loses lies
/// close to the last match that it keeps.
constexpr std::size_t pruning_slack = 48;

/// For four decimals.
constexpr double score_scale = 1e4;

/// One thing that matches are ordered by.
struct Key {
  enum class Of : std::uint8_t { score, value };
  Of of = Of::value;
  schema::Slot slot = schema::Slot::date;
  enum class First : std::uint8_t { smallest, greatest };
  First first = First::smallest;
};

constexpr Key by_score{Key::Of::score, {}, Key::First::greatest};
constexpr Key newest_first{Key::Of::value, schema::Slot::date, Key::First::greatest};
constexpr Key by_identity{Key::Of::value, schema::Slot::identity, Key::First::smallest};

Xapian::valueno number(schema::Slot slot) {
  return static_cast<Xapian::valueno>(slot);
}

/// Articles with a value: none is smaller than a single zero byte.
Query has_value(schema::Slot slot) {
  return {Query::OP_VALUE_GE, number(slot), std::string(1, '\0')};
}

Query filtered(const Query& query, const Query& filter) {
  return {Query::OP_FILTER, query, filter};
}

Query without_value(const Query& query, schema::Slot slot) {
  return {Query::OP_AND_NOT, query, has_value(slot)};
}

/// A match with the value of the key that it was fetched by.
struct Entry {
  Match match;
  std::string value;
};

/// Entries that are equal by all keys so far.
using Group = std::span<Entry>;

/// Orders by the first key, equals by the second, and so on. Xapian orders by one key only. If the
/// page ends among equals, these alone are asked for again in the order of the next key.
class Ordering {
 public:
  Ordering(const Searched& searched, std::vector<Key> keys, std::size_t check_at_least)
      : searched_(searched),
        database_(searched.database),
        keys_(std::move(keys)),
        check_at_least_(check_at_least) {}

  Ordered first(const Question& question, std::size_t wanted) {
    Ordered ordered;
    take(0, question, std::numeric_limits<double>::infinity(), wanted, 0, ordered.matches);
    ordered.estimated = estimated_;
    return ordered;
  }

  /// Orders each group of matches, which are equal by the first key, by the other keys.
  void settle(const std::vector<std::span<Match>>& groups) const {
    std::vector<Entry> entries;
    for (const auto group : groups) {
      for (Match& match : group) entries.push_back({std::move(match), {}});
    }
    std::vector<Group> seats;
    std::size_t begin = 0;
    for (const auto group : groups) {
      seats.push_back(std::span(entries).subspan(begin, group.size()));
      begin += group.size();
    }
    settle(1, seats);
    for (std::size_t i = 0; i < groups.size(); ++i) {
      std::transform(seats[i].begin(), seats[i].end(), groups[i].begin(),
                     [](Entry& entry) { return std::move(entry.match); });
    }
  }

 private:
  /// Appends the first `wanted` matches of those that score at most `ceiling`. `above` matches
  /// score more, and have to be fetched as well.
  void take(std::size_t depth, const Question& question, double ceiling, std::size_t wanted,
            std::size_t above, std::vector<Match>& out) {
    const Key& key = keys_[depth];
    Xapian::Enquire enquire = weighed_enquiry(database_, question);
    const bool greatest = key.first == Key::First::greatest;
    if (key.of == Key::Of::value) enquire.set_sort_by_value(number(key.slot), greatest);
    const bool scored = key.of == Key::Of::score;
    const std::size_t articles = database_.get_doccount();
    for (std::size_t margin = first_margin;; margin *= 8) {
      const std::size_t size =
          std::min(std::max(wanted + above + margin, check_at_least_ + 1), articles);
      Xapian::MSet set = fetch(enquire, question, size);
      const bool low =
          scored && !set.empty() && rounded_score(set.back().get_weight()) < question.cutoff;
      const bool all = set.size() < size || size == articles || low;
      std::vector<Entry> entries = entries_of(set, question.cutoff, ceiling);
      if (depth == 0) estimate(set, question, entries.size());
      // A set of many matches takes most of the memory.
      set = {};
      if (!all && entries.size() < wanted) continue;
      const std::size_t kept = std::min(wanted, entries.size());
      const auto [begin, end] = equals_of(depth, entries, kept);
      const bool whole = all || kept == 0 || end < entries.size() || depth + 1 == keys_.size();
      if (whole) return append(depth, entries, kept, out);
      if (margin < max_margin) continue;
      append(depth, entries, begin, out);
      return refine(depth, question, entries[begin], {ceiling, begin, above}, kept - begin, out);
    }
  }

  Xapian::MSet fetch(const Xapian::Enquire& enquire, const Question& question,
                     std::size_t size) const {
    if (question.cutoff > 0) {
      return enquire.get_mset(0, static_cast<Xapian::doccount>(size), database_.get_doccount());
    }
    const std::size_t slack = is_pruned_right(question.query) ? 0 : pruning_slack;
    const auto looked_at = static_cast<Xapian::doccount>(size + slack);
    return enquire.get_mset(0, looked_at, looked_at);
  }

  void estimate(const Xapian::MSet& set, const Question& question, std::size_t entries) {
    estimated_ = question.cutoff > 0 ? entries : set.get_matches_estimated();
  }

  struct Place {
    double ceiling;
    std::size_t before;
    std::size_t above;
  };

  /// Appends the first `wanted` of the articles that equal `like` by this key.
  void refine(std::size_t depth, const Question& question, const Entry& like, const Place& place,
              std::size_t wanted, std::vector<Match>& out) {
    const Key& key = keys_[depth];
    if (key.of == Key::Of::score) {
      const double least = std::max(question.cutoff, like.match.score);
      return take(depth + 1, {question.query, least}, like.match.score, wanted, place.before, out);
    }
    const Query same = like.value.empty()
                           ? without_value(question.query, key.slot)
                           : filtered(question.query, {Query::OP_VALUE_RANGE, number(key.slot),
                                                       like.value, like.value});
    take(depth + 1, {same, question.cutoff}, place.ceiling, wanted, place.above, out);
  }

  static std::vector<Entry> entries_of(const Xapian::MSet& set, double cutoff, double ceiling) {
    std::vector<Entry> entries;
    entries.reserve(set.size());
    for (auto i = set.begin(); i != set.end(); ++i) {
      const double score = rounded_score(i.get_weight());
      if (score < cutoff || score > ceiling) continue;
      Entry& entry = entries.emplace_back();
      entry.match.document = *i;
      entry.match.score = score;
      entry.value = i.get_sort_key();
    }
    return entries;
  }

  bool equal(std::size_t depth, const Entry& a, const Entry& b) const {
    return keys_[depth].of == Key::Of::score ? a.match.score == b.match.score : a.value == b.value;
  }

  /// The range [begin, end) of the entries that equal the last of the first `kept` ones.
  std::pair<std::size_t, std::size_t> equals_of(std::size_t depth,
                                                const std::vector<Entry>& entries,
                                                std::size_t kept) const {
    if (kept == 0) return {0, 0};
    std::size_t begin = kept - 1;
    while (begin > 0 && equal(depth, entries[begin - 1], entries[kept - 1])) --begin;
    std::size_t end = kept;
    while (end < entries.size() && equal(depth, entries[end], entries[kept - 1])) ++end;
    return {begin, end};
  }

  /// Appends the first `count` entries, once equal ones among all entries are in order.
  void append(std::size_t depth, std::vector<Entry>& entries, std::size_t count,
              std::vector<Match>& out) const {
    std::vector<Group> equals;
    for (std::size_t begin = 0; begin < count;) {
      std::size_t end = begin + 1;
      while (end < entries.size() && equal(depth, entries[begin], entries[end])) ++end;
      if (end - begin > 1) equals.push_back(std::span(entries).subspan(begin, end - begin));
      begin = end;
    }
    settle(depth + 1, equals);
    out.reserve(out.size() + count);
    for (std::size_t i = 0; i < count; ++i) out.push_back(std::move(entries[i].match));
  }

  /// Orders each group by the keys from `depth` on. The values of all groups are read in one pass.
  void settle(std::size_t depth, const std::vector<Group>& groups) const {
    if (groups.empty() || depth == keys_.size()) return;
    const Key& key = keys_[depth];
    read_values(key.slot, groups);
    const bool greatest = key.first == Key::First::greatest;
    std::vector<Group> equals;
    for (const Group group : groups) {
      std::sort(group.begin(), group.end(), [&](const Entry& a, const Entry& b) {
        return greatest ? b.value < a.value : a.value < b.value;
      });
      for (std::size_t begin = 0; begin < group.size();) {
        std::size_t end = begin + 1;
        while (end < group.size() && group[begin].value == group[end].value) ++end;
        if (end - begin > 1) equals.push_back(group.subspan(begin, end - begin));
        begin = end;
      }
    }
    settle(depth + 1, equals);
  }

  void read_values(schema::Slot slot, const std::vector<Group>& groups) const {
    std::vector<Entry*> entries;
    for (const Group group : groups) {
      for (Entry& entry : group) entries.push_back(&entry);
    }
    std::sort(entries.begin(), entries.end(),
              [](const Entry* a, const Entry* b) { return a->match.document < b->match.document; });
    std::vector<Xapian::docid> documents;
    for (const Entry* entry : entries) documents.push_back(entry->match.document);
    auto next = entries.begin();
    for_each_value(searched_, documents, slot,
                   [&](std::string&& value) { (*next++)->value = std::move(value); });
  }

  const Searched& searched_;
  const Xapian::Database& database_;
  std::vector<Key> keys_;
  std::size_t check_at_least_;
  std::size_t estimated_ = 0;
};

std::vector<Key> keys_of(const Window& window, Scores scores) {
  if (window.order == Order::relevance) {
    if (scores == Scores::absent) return {newest_first, by_identity};
    return {by_score, newest_first, by_identity};
  }
  const bool reversed = window.direction == Direction::reversed;
  if (window.order == Order::date) {
    Key date = newest_first;
    if (reversed) date.first = Key::First::smallest;
    return {date, by_identity};
  }
  Key field{Key::Of::value, *slot_of_field(window.order_field),
            reversed ? Key::First::greatest : Key::First::smallest};
  if (field.slot == schema::Slot::identity) return {field};
  return {field, newest_first, by_identity};
}

/// The first matches, those without a value of the first key at the end. Xapian takes an absent
/// value for the smallest one.
Ordered absent_last(const Searched& searched, const Question& question,
                    const std::vector<Key>& keys, std::size_t wanted, std::size_t check_at_least) {
  Ordering ordering(searched, keys, check_at_least);
  const Key& key = keys.front();
  const bool splits = key.of == Key::Of::value && key.first == Key::First::smallest &&
                      key.slot != schema::Slot::identity;
  if (!splits) return ordering.first(question, wanted);
  Ordered ordered =
      ordering.first({filtered(question.query, has_value(key.slot)), question.cutoff}, wanted);
  auto& matches = ordered.matches;
  const auto rest = ordering.first({without_value(question.query, key.slot), question.cutoff},
                                   wanted - matches.size());
  matches.insert(matches.end(), rest.matches.begin(), rest.matches.end());
  ordered.estimated.reset();
  return ordered;
}

}  // namespace

double rounded_score(double score) {
  return std::round(score * score_scale) / score_scale;
}

Xapian::Enquire weighed_enquiry(const Xapian::Database& database, const Question& question) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(
      Xapian::BM25Weight(tuning::bm25_k1, 0, 1, tuning::bm25_b, tuning::bm25_min_length));
  enquire.set_query(question.query);
  return enquire;
}

Ordered first_matches(const Searched& searched, const Question& question, const Window& window,
                      Scores scores, std::size_t wanted, std::size_t check_at_least) {
  Ordered ordered;
  if (wanted == 0) return ordered;
  if (window.order == Order::field && !slot_of_field(window.order_field)) {
    ordered.matches = matches_by_stored_field(searched.database, question, window, wanted);
  } else if (window.recency && window.order == Order::relevance && scores == Scores::present) {
    ordered.matches = most_recent_first(searched.database, question, *window.recency, wanted);
  } else {
    ordered = absent_last(searched, question, keys_of(window, scores), wanted, check_at_least);
  }
  for (std::size_t i = 0; i < ordered.matches.size(); ++i) ordered.matches[i].rank = i + 1;
  return ordered;
}

void settle_equals(const Searched& searched, const std::vector<std::span<Match>>& groups) {
  if (!searched.decoded) {
    return Ordering(searched, {by_score, newest_first, by_identity}, 0).settle(groups);
  }
  DecodedIndex& index = *searched.decoded;
  for (const auto group : groups) {
    std::sort(group.begin(), group.end(), [&](const Match& a, const Match& b) {
      const auto date = index.date(a.document), other = index.date(b.document);
      return date != other ? date > other : index.identity(a.document) < index.identity(b.document);
    });
  }
}

void settle_each_score(const Searched& searched, std::span<Match> matches, std::size_t wanted) {
  std::vector<std::span<Match>> groups;
  for (std::size_t begin = 0; begin < std::min(wanted, matches.size());) {
    std::size_t end = begin + 1;
    while (end < matches.size() && matches[end].score == matches[begin].score) ++end;
    if (end - begin > 1) groups.push_back(matches.subspan(begin, end - begin));
    begin = end;
  }
  settle_equals(searched, groups);
}

std::string value_of(const Xapian::Database& database, Xapian::docid document, schema::Slot slot) {
  return database.get_document(document, Xapian::DOC_ASSUME_VALID)
      .get_value(static_cast<Xapian::valueno>(slot));
}

}  // namespace kliping
