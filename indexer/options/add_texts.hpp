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
inline constexpr OperandText input{"INPUT", "files, folders, or - for standard input"};
inline constexpr OptionText format{"-f,--format", "NAME",
                                   "auto, text, html, json, jsonl, csv, tsv (auto)"};
inline constexpr OptionText map{"--map", "FIELD=NAME,...", "the column or JSON pointer of a field"};
inline constexpr OptionText identity{
    "--id", "RULE",
    "what tells articles apart: url, locator, field:NAME,\ncontent; auto: id, else url, else "
    "locator (auto)"};
inline constexpr OptionText set{"--set", "FIELD=VALUE", "the same value for every article"};
inline constexpr OptionText include{"--include", "GLOB", "in folders, only files that match"};
inline constexpr OptionText exclude{"--exclude", "GLOB", "in folders, no files that match"};
inline constexpr OptionText max_size{"--max-size", "SIZE", "largest article taken (256M)"};
inline constexpr OptionText encoding{"--encoding", "NAME",
                                     "of the inputs; auto: UTF-8, else Windows-1252 (auto)"};
inline constexpr OptionText files_from{"-T,--files-from", "FILE",
                                       "read names of inputs from FILE, one a line"};
inline constexpr OptionText null{"-0,--null", "", "names in --files-from end with NUL"};
inline constexpr OptionText jobs{"-j,--jobs", "N", "working threads (all cores)"};
inline constexpr OptionText memory{"--memory", "SIZE", "budget for buffers (512M)"};
inline constexpr OptionText dedup{
    "--dedup", "RULE", "what searches fold as duplicates: near, exact, off\n(near)"};
inline constexpr OptionText force{"--force", "", "index unchanged articles again, too"};
inline constexpr OptionText no_bulk{
    "--no-bulk", "", "write large batches, too, by Xapian's own writer: slower, the same index"};
inline constexpr OptionText max_errors{"--max-errors", "N", "give up after N faulty inputs"};
inline constexpr OptionText progress{"--progress", "WHEN",
                                     "auto, always, never (auto: on a terminal)"};
}  // namespace add_text

}  // namespace kliping::indexer
