// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "kliping/option_text.hpp"

/// Every option's text, once: help is made of it.
namespace kliping::searcher {

namespace option_text {

inline constexpr std::string_view summary = "Search an archive of Indonesian news articles.";

inline constexpr std::string_view footer =
    R"(Query: words are ANDed; "exact phrase", -without, +required, =this form alone,
korup* for any ending, *kata, k?ta, kata~ for nearly that spelling, A OR B,
brackets, "a b"~3 with at most three words in between, a DEKAT/5 b at most five
words apart, judul:word (title:), sumber:name (source:), rubrik: penulis: url:
id:, tanggal:2019, tanggal:2019-04..2019-06, tanggal:kemarin, tanggal:3-bulan..
Operators in capitals: AND OR NOT, or DAN ATAU BUKAN.

Examples:
  kliping-search Korea Utara Rusia
  kliping-search -d berita.db '"kerja sama" tanggal:2019 -sepakbola'
  kliping-search -l -0 banjir | xargs -0 -r wc -w
  kliping-search --json --all korupsi | jq -r '[.date, .title] | @tsv'
  kliping-search --queries=topics.tsv --op=or -n 1000 --format=trec > run.txt

Exit codes: 0 something was found, 1 nothing, 2 an error, 75 try again.)";

inline constexpr std::string_view query = "words to look for; operands are joined by spaces";
inline constexpr OptionText database{
    "-d,--db", "PATH",
    "a database; again for more of them\n(else $KLIPING_DB, else ~/.local/share/kliping/db)"};
inline constexpr OptionText expression{"-e,--expression", "QUERY", "a query that begins with -"};
inline constexpr OptionText op{
    "--op", "WORD",
    "and, or; auto: all words, then, where fewer\nthan ten have all, half of them (auto)"};
inline constexpr OptionText literal{"--literal", "", "no operators: every sign is only a sign"};
inline constexpr OptionText exact{"--exact", "", "the very words, no other forms of them"};
inline constexpr OptionText no_synonyms{"--no-synonyms", "",
                                        "no other names (Korut for Korea Utara)"};
inline constexpr OptionText since{"--since", "DATE",
                                  "not before this year, month or day, or 3-bulan"};
inline constexpr OptionText until{"--until", "DATE", "not after this year, month or day"};
inline constexpr OptionText filter{
    "--filter", "FIELD=VALUE",
    "only with this value in this field;\nagain: OR within a field, AND across fields"};

inline constexpr OptionText limit{"-n,--limit", "N", "at most so many articles (10)"};
inline constexpr OptionText offset{"--offset", "N", "pass over so many first (0)"};
inline constexpr OptionText all{"--all", "", "every article that matches"};
inline constexpr OptionText sort{"--sort", "FIELD",
                                 "relevance, date (the newest first), or any field\n(relevance)"};
inline constexpr OptionText reverse{"-r,--reverse", "",
                                    "turn the order round: oldest first, or best last"};

inline constexpr OptionText recency{
    "--recency", "HALFLIFE",
    "articles lose half of their score with each 12h,\n90d, 6m, 2y of their age"};
inline constexpr OptionText facet{"--facet", "FIELD[:N]",
                                  "count all matches by source, section, author, year,\nmonth, "
                                  "day; again for more; N values at most"};
inline constexpr OptionText facets_only{"--facets-only", "", "print no hits, only the counts"};

inline constexpr OptionText no_collapse{
    "--no-collapse", "", "show near-duplicates each for itself, not behind the\nbest of them"};
inline constexpr OptionText collapse{
    "--collapse", "", "fold them with -l and --queries, too; counts are of\narticles either way"};

inline constexpr OptionText format{"--format", "WORD",
                                   "text, json, jsonl, tsv, csv; trec with --queries"};
inline constexpr OptionText json{"--json", "", "the same as --format=jsonl"};
inline constexpr OptionText fields{
    "--fields", "LIST",
    "the fields to print, with commas between; also\nbody, file, and the archive's own columns"};
inline constexpr OptionText locators{"-l,--locators", "",
                                     "only where the articles are, one a line"};
inline constexpr OptionText null{"-0,--null", "", "with -l, tsv, csv, jsonl: end each with a NUL"};
inline constexpr OptionText count{"-c,--count", "", "only how many articles match"};
inline constexpr OptionText quiet{"-q,--quiet", "", "print nothing; the exit code tells"};
inline constexpr OptionText print_summary{"--summary", "",
                                          "after the hits, how many match, in what time"};
inline constexpr OptionText snippet_length{"--snippet-length", "N",
                                           "characters of a snippet, 0 for none (200)"};
inline constexpr OptionText color{"--color", "WORD", "auto, always, never (auto: on a terminal)"};

inline constexpr OptionText hyperlink{"--hyperlink", "WORD",
                                      "titles as links: auto, always, never (auto)"};

inline constexpr OptionText show{"--show", "ID", "print a stored article; again for more"};
inline constexpr OptionText highlight{"--highlight", "QUERY",
                                      "with --show: light up what answers it"};
inline constexpr OptionText similar{"--similar", "ID", "articles on the same event as this one"};
inline constexpr OptionText explain{"--explain", "", "for each hit, what its score is made of"};
inline constexpr OptionText explain_query{"--explain-query", "",
                                          "print how the query is understood"};
inline constexpr OptionText queries{"--queries", "FILE",
                                    "batch: lines of QID TAB QUERY; - is standard input"};
inline constexpr OptionText run_tag{"--run-tag", "TAG", "last column of TREC lines (kliping)"};
inline constexpr OptionText retries{"--retries", "N",
                                    "begin again so often when the database changes (3)"};
inline constexpr OptionText timeout{"--timeout", "SECONDS",
                                    "wait so long for an answer of a remote database (10)"};
inline constexpr OptionText require_all{
    "--require-all", "", "a remote database that is away is an error, not a warning"};
inline constexpr OptionText verbose{"-v,--verbose", "", "say how much is searched"};
inline constexpr OptionText generate{
    "--generate", "KIND",
    "print a completion script: bash, zsh or fish;\nman: the options' part of the man page"};
inline constexpr OptionText help{"-h,--help", "", "this text"};
inline constexpr OptionText version{"-V,--version", "",
                                    "versions of the program and its language rules"};

}  // namespace option_text
}  // namespace kliping::searcher
