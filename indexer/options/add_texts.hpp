// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "texts.hpp"

namespace kliping::indexer {

namespace add_text {
inline constexpr VerbText verb{"add", mark("add articles, and update those that changed"),
                               mark(R"(Examples:
  kliping-index add -d berita.db arsip/
  kliping-index add --map=title=judul,body=isi,date=terbit berita.csv
  find arsip -name '*.html' -mtime -1 -print0 | kliping-index add -0 -T -

Adding twice changes nothing. Searches go on meanwhile: they see the old index
or the new. Articles from standard input with neither id nor url are known by
their content.)")};
inline constexpr OperandText input{mark("INPUT"),
                                   mark("files, folders, archives, or - for standard input")};
inline constexpr OptionText format{"-f,--format", mark("NAME"),
                                   mark("of articles: auto, text, html, markdown, json, jsonl, "
                                        "csv, tsv, feed, warc, trec (auto: by content)")};
inline constexpr OptionText map{"--map", mark("FIELD=NAME,..."),
                                mark("the column or JSON pointer of a field")};
inline constexpr OptionText identity{"--id", mark("RULE"),
                                     mark("what tells articles apart: url, locator, field:NAME, "
                                          "content; auto: id, else url, else locator (auto)")};
inline constexpr OptionText set{"--set", mark("FIELD=VALUE"),
                                mark("the same value for every article")};
inline constexpr OptionText include{"--include", mark("GLOB"),
                                    mark("in folders and archives, only files that match")};
inline constexpr OptionText exclude{"--exclude", mark("GLOB"),
                                    mark("in folders and archives, no files that match")};
inline constexpr OptionText max_size{"--max-size", mark("SIZE"),
                                     mark("largest article taken (32M)")};
inline constexpr OptionText encoding{"--encoding", mark("NAME"),
                                     mark("of the inputs; auto: UTF-8, else Windows-1252 (auto)")};
inline constexpr OptionText files_from{"-T,--files-from", mark("FILE"),
                                       mark("read names of inputs from FILE, one a line")};
inline constexpr OptionText null{"-0,--null", "", mark("names in --files-from end with NUL")};
inline constexpr OptionText jobs{"-j,--jobs", mark("N"), mark("working threads (all cores)")};
inline constexpr OptionText memory{"--memory", mark("SIZE"), mark("budget for buffers (512M)")};
inline constexpr OptionText dedup{
    "--dedup", mark("RULE"), mark("what searches collapse as duplicates: near, exact, off (near)")};
inline constexpr OptionText no_positions{
    "--no-positions", "",
    mark("a new index of half the size that answers neither phrases nor DEKAT")};
inline constexpr OptionText force{"--force", "", mark("index unchanged articles again, too")};
inline constexpr OptionText no_bulk{
    "--no-bulk", "",
    mark("write large batches, too, by Xapian's own writer: slower, the same index")};
inline constexpr OptionText max_errors{"--max-errors", mark("N"),
                                       mark("give up after N faulty inputs")};
inline constexpr OptionText progress{"--progress", mark("WHEN"),
                                     mark("auto, always, never (auto: on a terminal)")};
}  // namespace add_text

namespace sync_text {
inline constexpr VerbText verb{"sync", mark("as add, then remove what vanished from these roots"),
                               mark(R"(Examples:
  kliping-index sync -d berita.db arsip/
  kliping-index sync -d berita.db -n arsip/ | grep ^removed
  kliping-index sync -d berita.db --max-delete=2% --wait-lock=600 /srv/arsip

An article has vanished when it was read from below a root before, and is not
there now; also when --include or --exclude leave it out. Name a root as it was
named before: arsip and /srv/arsip are two places. Articles of an input that
cannot be read stay. Nothing is removed where a root is missing or empty, where
more is gone than --max-delete allows, or when the run is interrupted.)")};
inline constexpr OperandText root{mark("ROOT"),
                                  mark("folders or files that the archive is made of")};
inline constexpr OptionText max_delete{
    "--max-delete", mark("N|P%"),
    mark("remove no more than N articles, or P percent of those that came from these roots (10%)")};
}  // namespace sync_text

}  // namespace kliping::indexer
