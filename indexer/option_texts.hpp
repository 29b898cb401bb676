// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

/// Every option's text, once: help is made of it.
namespace kliping::indexer {

struct OptionText {
  /// As typed, short before long: `-d,--db`.
  std::string_view names;
  /// Placeholder of its value; empty for a flag.
  std::string_view value;
  std::string_view help;
};

struct VerbText {
  std::string_view name;
  std::string_view summary;
  std::string_view footer;
};

inline constexpr VerbText program_text{
    "kliping-index",
    "Keeps a searchable index of an Indonesian news archive; kliping-search reads it.",
    R"(Examples:
  kliping-index add -d berita.db arsip/
  zstd -dc berita.jsonl.zst | kliping-index add --set=source=kompas -
  kliping-index info -d berita.db
  printf 'memperdalam\nkerja sama\n' | kliping-index stem

Exit codes: 0 done; 1 done, but faulty inputs were passed over; 2 failed;
75 another indexer holds the database. kliping-index COMMAND --help tells more.)"};

inline constexpr OptionText database_text{
    "-d,--db", "PATH", "the database\n(else $KLIPING_DB, else ~/.local/share/kliping/db)"};

namespace add_text {
inline constexpr VerbText verb{"add", "add articles, and update those that changed",
                               R"(Examples:
  kliping-index add -d berita.db arsip/
  kliping-index add --map=title=judul,body=isi,date=terbit berita.csv
  find arsip -name '*.html' -mtime -1 -print0 | kliping-index add -0 -T -

Adding twice changes nothing. Searches go on meanwhile: they see the old index
or the new. Articles from standard input with neither id nor url are known by
their content.)"};
inline constexpr std::string_view input = "files, folders, archives, or - for standard input";
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
inline constexpr OptionText max_size{"--max-size", "SIZE", "largest article taken (256M)"};
inline constexpr OptionText encoding{"--encoding", "NAME",
                                     "of the inputs; auto: UTF-8, else Windows-1252 (auto)"};
inline constexpr OptionText files_from{"-T,--files-from", "FILE",
                                       "read names of inputs from FILE, one a line"};
inline constexpr OptionText null{"-0,--null", "", "names in --files-from end with NUL"};
inline constexpr OptionText jobs{"-j,--jobs", "N", "working threads (all cores)"};
inline constexpr OptionText memory{"--memory", "SIZE", "budget for buffers (512M)"};
inline constexpr OptionText dedup{"--dedup", "off", "near-duplicates: off"};
inline constexpr OptionText force{"--force", "", "index unchanged articles again, too"};
inline constexpr OptionText no_bulk{
    "--no-bulk", "", "write large batches, too, by Xapian's own writer: slower, the same index"};
inline constexpr OptionText max_errors{"--max-errors", "N", "give up after N faulty inputs"};
inline constexpr OptionText wait_lock{"--wait-lock", "SECS",
                                      "wait so long for another indexer (0)"};
inline constexpr OptionText progress{"--progress", "WHEN",
                                     "auto, always, never (auto: on a terminal)"};
inline constexpr OptionText report{"--report", "FILE",
                                   "what became of each article, as JSON Lines"};
inline constexpr OptionText quiet{"-q,--quiet", "", "errors only"};
inline constexpr OptionText verbose{"-v,--verbose", "", "say what becomes of each article"};
}  // namespace add_text

namespace info_text {
inline constexpr VerbText verb{"info", "what a database holds", ""};
inline constexpr OptionText json{"--json", "", "as one JSON object"};
}  // namespace info_text

namespace stem_text {
inline constexpr VerbText verb{
    "stem", "the roots of words, one a line",
    "Without WORD it reads words from standard input, one a line, and answers each line."};
inline constexpr std::string_view word = "words to be stemmed";
inline constexpr OptionText explain{"--explain", "", "word, root and affixes, between tabs"};
}  // namespace stem_text

namespace tokens_text {
inline constexpr VerbText verb{"tokens", "the terms and spans that a text yields, as JSON Lines",
                               "Spans are bytes of the text after decoding and repair."};
inline constexpr std::string_view file = "a text; standard input without it";
}  // namespace tokens_text

}  // namespace kliping::indexer
