// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "texts.hpp"

namespace kliping::indexer {

namespace remove_text {
inline constexpr VerbText verb{"remove", mark("take articles out of the index"), mark(R"(Examples:
  kliping-index remove -d berita.db kompas-3812
  kliping-index remove -d berita.db -n --query='sumber:contoh tanggal:2019'
  kliping-search -d berita.db --json --all iklan | jq -r .id |
    kliping-index remove -d berita.db --ids-from=-

An id is what kliping-search --show takes. One that no article has is told, the
others go, and the exit code is 1. A query means every article that has all its
words, as --op=and does. An article that is still in the archive comes back with
the next add.)")};
inline constexpr OperandText id{mark("ID"), mark("ids of articles")};
inline constexpr OptionText query{"--query", mark("Q"),
                                  mark("every article that matches this query")};
inline constexpr OptionText ids_from{"--ids-from", mark("FILE"),
                                     mark("read ids from FILE, one a line")};
inline constexpr OptionText null{"-0,--null", "", mark("ids in --ids-from end with NUL")};
}  // namespace remove_text

namespace compact_text {
inline constexpr VerbText verb{
    "compact", mark("rewrite the index without slack"),
    mark(R"(Updates and removals leave holes in the files; large batches do not. Needs room
for a second copy while it works. Searches go on meanwhile.)")};
}  // namespace compact_text

namespace merge_text {
inline constexpr VerbText verb{"merge", mark("several databases into one compact one"),
                               mark(R"(Examples:
  kliping-index merge -o berita.db 2023.db 2024.db 2025.db

The databases stay as they are. Of articles with the same id, that of the
database named last is kept. Ranking is that of one index of everything.)")};
inline constexpr OperandText database{mark("DB"), mark("databases, the one that counts most last")};
inline constexpr OptionText output{"-o,--output", mark("PATH"), mark("the new database")};
}  // namespace merge_text

}  // namespace kliping::indexer
