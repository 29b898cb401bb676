// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <vector>

#include "run_reader.hpp"

namespace kliping::glass {

/// One list of several runs, in order of documents: takes turns between the runs, each for as long
/// as its documents come before those of all others.
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

/// Feeds all lists of all runs to a table's writer, in order of keys, then of documents.
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
  std::vector<RunReader*> same;
  std::vector<RunReader*> left;
  while (!heap.empty()) {
    same.clear();
    ListHead head{.key = heap.front()->head().key};
    do {
      std::pop_heap(heap.begin(), heap.end(), later);
      same.push_back(heap.back());
      heap.pop_back();
      head.entries += same.back()->head().entries;
      head.total_wdf += same.back()->head().total_wdf;
      if (same.back()->head().has_payloads) head.has_payloads = true;
    } while (!heap.empty() && heap.front()->head().key == head.key);
    if (writer.wants(head)) {
      left = same;
      writer.begin_list(head);
      merge_entries(left, writer);
      writer.end_list();
    }
    for (RunReader* const run : same) push(run);
  }
}

}  // namespace kliping::glass
