// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "texts.hpp"

namespace kliping::indexer {

namespace info_text {
inline constexpr VerbText verb{"info", mark("what a database holds, and what its last runs did"),
                               ""};
inline constexpr OptionText json{"--json", "", mark("as one JSON object")};
}  // namespace info_text

namespace check_text {
inline constexpr VerbText verb{
    "check", mark("whether a database is sound"),
    mark(R"(Looks at the files, and at every article: its identity, its stored text, its
values; of a sample, everything that indexing it again would write. Exit code 0
for a sound database, 2 with what is wrong.)")};
}  // namespace check_text

namespace dump_text {
inline constexpr VerbText verb{"dump", mark("the stored articles as JSON Lines"), mark(R"(Examples:
  kliping-index dump -d berita.db | zstd > berita.jsonl.zst
  kliping-index dump -d lama.db | kliping-index add -d baru.db -
  kliping-index dump -d berita.db --query=tanggal:2019 | jq -r .title

What add reads back gives the same answers to every query.)")};
inline constexpr OptionText query{"--query", mark("Q"),
                                  mark("only articles that match this query")};
}  // namespace dump_text

}  // namespace kliping::indexer
