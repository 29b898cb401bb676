// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <vector>

#include "run_reader.hpp"

namespace kliping::glass {

/// Merges a list that several runs hold parts of, by document id. `runs` stand at the beginning of
/// that list. A lane takes whole batches, so entries come in long stretches from one run: it is
/// read on until another run has a lower id.
template <typename Writer>
void merge_entries(std::vector<RunReader*>& runs, Writer& writer) {
  const auto later = [](const RunReader* a, const RunReader* b) { return a->docid() > b->docid(); };
  std::erase_if(runs, [](RunReader* run) { return !run->next_entry(); });
  std::make_heap(runs.begin(), runs.end(), later);
  while (!runs.empty()) {
    std::pop_heap(runs.begin(), runs.end(), later);
    RunReader& first = *runs.back();
    bool more = true;
    while (more && (runs.size() == 1 || first.docid() < runs.front()->docid())) {
      writer.entry(first.docid(), first.wdf(), first.payload());
      more = first.next_entry();
    }
    if (more) {
      std::push_heap(runs.begin(), runs.end(), later);
    } else {
      runs.pop_back();
    }
  }
}

/// Merges all lists of all runs, by key and then by document id, into a table's writer. `Writer`
/// has wants(head), begin_list(head), entry(docid, wdf, payload) and end_list().
template <typename Writer>
void merge_runs(std::vector<RunReader>& runs, Writer& writer) {
  const auto later = [](const RunReader* a, const RunReader* b) {
    return a->head().key > b->head().key;
  };
  std::vector<RunReader*> heap;
  const auto push = [&](RunReader* run) {
    if (!run->next_list()) return;
    heap.push_back(run);
    std::push_heap(heap.begin(), heap.end(), later);
  };
  for (RunReader& run : runs) push(&run);
  // The runs that hold the list at hand.
  std::vector<RunReader*> holders;
  std::vector<RunReader*> unmerged;
  while (!heap.empty()) {
    holders.clear();
    ListHead head{.key = heap.front()->head().key};
    do {
      std::pop_heap(heap.begin(), heap.end(), later);
      holders.push_back(heap.back());
      heap.pop_back();
      head.entries += holders.back()->head().entries;
      head.total_wdf += holders.back()->head().total_wdf;
      if (holders.back()->head().has_payloads) head.has_payloads = true;
    } while (!heap.empty() && heap.front()->head().key == head.key);
    if (writer.wants(head)) {
      unmerged = holders;
      writer.begin_list(head);
      merge_entries(unmerged, writer);
      writer.end_list();
    }
    for (RunReader* const run : holders) push(run);
  }
}

}  // namespace kliping::glass
