// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "texts.hpp"

namespace kliping::indexer {

namespace add_text {
inline constexpr VerbText verb{"add", "add articles, and update those that changed",
                               R"(Examples:
  kliping-index add -d berita.db arsip/
  kliping-index add --map=title=judul,body=isi,date=terbit berita.csv
  find arsip -name '*.html' -mtime -1 -print0 | kliping-index add -0 -T -

Adding twice changes nothing. Searches go on meanwhile: they see the old index
or the new. Articles from standard input with neither id nor url are known by
their content.)"};
inline constexpr OperandText input{"INPUT", "files, folders, archives, or - for standard input"};
inline constexpr OptionText format{"-f,--format", "NAME",
                                   "of articles: auto, text, html, markdown, json, jsonl,\ncsv, "
                                   "tsv, feed, warc, trec (auto: by content)"};
inline constexpr OptionText map{"--map", "FIELD=NAME,...", "the column or JSON pointer of a field"};
inline constexpr OptionText identity{
    "--id", "RULE",
    "what tells articles apart: url, locator, field:NAME,\ncontent; auto: id, else url, else "
    "locator (auto)"};
inline constexpr OptionText set{"--set", "FIELD=VALUE", "the same value for every article"};
inline constexpr OptionText include{"--include", "GLOB",
                                    "in folders and archives, only files that match"};
inline constexpr OptionText exclude{"--exclude", "GLOB",
                                    "in folders and archives, no files that match"};
inline constexpr OptionText max_size{"--max-size", "SIZE", "largest article taken (32M)"};
inline constexpr OptionText encoding{"--encoding", "NAME",
                                     "of the inputs; auto: UTF-8, else Windows-1252 (auto)"};
inline constexpr OptionText files_from{"-T,--files-from", "FILE",
                                       "read names of inputs from FILE, one a line"};
inline constexpr OptionText null{"-0,--null", "", "names in --files-from end with NUL"};
inline constexpr OptionText jobs{"-j,--jobs", "N", "working threads (all cores)"};
inline constexpr OptionText memory{"--memory", "SIZE", "budget for buffers (512M)"};
inline constexpr OptionText dedup{"--dedup", "RULE",
                                  "what searches fold as duplicates: near, exact, off\n(near)"};
inline constexpr OptionText no_positions{
    "--no-positions", "", "a new index of half the size that answers neither\nphrases nor DEKAT"};
inline constexpr OptionText force{"--force", "", "index unchanged articles again, too"};
inline constexpr OptionText no_bulk{
    "--no-bulk", "", "write large batches, too, by Xapian's own writer: slower, the same index"};
inline constexpr OptionText max_errors{"--max-errors", "N", "give up after N faulty inputs"};
inline constexpr OptionText progress{"--progress", "WHEN",
                                     "auto, always, never (auto: on a terminal)"};
}  // namespace add_text

namespace sync_text {
inline constexpr VerbText verb{"sync", "as add, then remove what vanished from these roots",
                               R"(Examples:
  kliping-index sync -d berita.db arsip/
  kliping-index sync -d berita.db -n arsip/ | grep ^removed
  kliping-index sync -d berita.db --max-delete=2% --wait-lock=600 /srv/arsip

An article has vanished when it was read from below a root before, and is not
there now; also when --include or --exclude leave it out. Name a root as it was
named before: arsip and /srv/arsip are two places. Articles of an input that
cannot be read stay. Nothing is removed where a root is missing or empty, where
more is gone than --max-delete allows, or when the run is interrupted.)"};
inline constexpr OperandText root{"ROOT", "folders or files that the archive is made of"};
inline constexpr OptionText max_delete{"--max-delete", "N|P%",
                                       "remove no more than N articles, or P percent of those\n"
                                       "that came from these roots (10%)"};
}  // namespace sync_text

}  // namespace kliping::indexer
