// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "kliping/message.hpp"
#include "kliping/option_text.hpp"

/// The text of every option. Help, man pages and completions are made from it.
namespace kliping::searcher {

namespace option_text {

inline constexpr std::string_view summary = mark("Search an archive of Indonesian news articles.");

inline constexpr std::string_view footer =
    mark(R"(Query: words are ANDed; "exact phrase", -without, +required, =this form alone,
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

Exit codes: 0 something was found, 1 nothing, 2 an error, 75 try again.)");

inline constexpr std::string_view query = mark("words to look for; operands are joined by spaces");
inline constexpr OptionText database{
    "-d,--db", mark("PATH"),
    mark("a database; again for more of them (else $KLIPING_DB, else ~/.local/share/kliping/db)")};
inline constexpr OptionText expression{"-e,--expression", mark("QUERY"),
                                       mark("a query that begins with -")};
inline constexpr OptionText op{
    "--op", mark("WORD"),
    mark("and, or; auto: all words, then, where fewer than ten have all, half of them (auto)")};
inline constexpr OptionText literal{"--literal", "",
                                    mark("no operators: every sign is only a sign")};
inline constexpr OptionText exact{"--exact", "", mark("the very words, no other forms of them")};
inline constexpr OptionText no_synonyms{"--no-synonyms", "",
                                        mark("no other names (Korut for Korea Utara)")};
inline constexpr OptionText since{"--since", mark("DATE"),
                                  mark("not before this year, month or day, or 3-bulan")};
inline constexpr OptionText until{"--until", mark("DATE"),
                                  mark("not after this year, month or day")};
inline constexpr OptionText filter{
    "--filter", mark("FIELD=VALUE"),
    mark("only with this value in this field; again: OR within a field, AND across fields")};

inline constexpr OptionText limit{"-n,--limit", mark("N"), mark("at most so many articles (10)")};
inline constexpr OptionText offset{"--offset", mark("N"), mark("pass over so many first (0)")};
inline constexpr OptionText all{"--all", "", mark("every article that matches")};
inline constexpr OptionText sort{
    "--sort", mark("FIELD"), mark("relevance, date (the newest first), or any field (relevance)")};
inline constexpr OptionText reverse{"-r,--reverse", "",
                                    mark("turn the order round: oldest first, or best last")};

inline constexpr OptionText recency{
    "--recency", mark("HALFLIFE"),
    mark("articles lose half of their score with each 12h, 90d, 6m, 2y of their age")};
inline constexpr OptionText facet{"--facet", mark("FIELD[:N]"),
                                  mark("count all matches by source, section, author, year, month, "
                                       "day; again for more; N values at most")};
inline constexpr OptionText facets_only{"--facets-only", "",
                                        mark("print no hits, only the counts")};

inline constexpr OptionText no_collapse{
    "--no-collapse", "", mark("show near-duplicates each for itself, not behind the best of them")};
inline constexpr OptionText collapse{
    "--collapse", "",
    mark("collapse them with -l and --queries, too; counts are of articles either way")};

inline constexpr OptionText format{"--format", mark("WORD"),
                                   mark("text, json, jsonl, tsv, csv; trec with --queries")};
inline constexpr OptionText json{"--json", "", mark("the same as --format=jsonl")};
inline constexpr OptionText fields{"--fields", mark("LIST"),
                                   mark("the fields to print, with commas between; also body, "
                                        "file, and the archive's own columns")};
inline constexpr OptionText locators{"-l,--locators", "",
                                     mark("only where the articles are, one a line")};
inline constexpr OptionText null{"-0,--null", "",
                                 mark("with -l, tsv, csv, jsonl: end each with a NUL")};
inline constexpr OptionText count{"-c,--count", "", mark("only how many articles match")};
inline constexpr OptionText quiet{"-q,--quiet", "", mark("print nothing; the exit code tells")};
inline constexpr OptionText print_summary{"--summary", "",
                                          mark("after the hits, how many match, in what time")};
inline constexpr OptionText snippet_length{"--snippet-length", mark("N"),
                                           mark("characters of a snippet, 0 for none (200)")};
inline constexpr OptionText color{"--color", mark("WORD"),
                                  mark("auto, always, never (auto: on a terminal)")};

inline constexpr OptionText hyperlink{"--hyperlink", mark("WORD"),
                                      mark("titles as links: auto, always, never (auto)")};

inline constexpr OptionText show{"--show", mark("ID"),
                                 mark("print a stored article; again for more")};
inline constexpr OptionText highlight{"--highlight", mark("QUERY"),
                                      mark("with --show: light up what answers it")};
inline constexpr OptionText similar{"--similar", mark("ID"),
                                    mark("articles on the same event as this one")};
inline constexpr OptionText explain{"--explain", "",
                                    mark("for each hit, what its score is made of")};
inline constexpr OptionText explain_query{"--explain-query", "",
                                          mark("print how the query is understood")};
inline constexpr OptionText queries{"--queries", mark("FILE"),
                                    mark("batch: lines of QID TAB QUERY; - is standard input")};
inline constexpr OptionText run_tag{"--run-tag", mark("TAG"),
                                    mark("last column of TREC lines (kliping)")};
inline constexpr OptionText retries{"--retries", mark("N"),
                                    mark("begin again so often when the database changes (3)")};
inline constexpr OptionText timeout{"--timeout", mark("SECONDS"),
                                    mark("wait so long for an answer of a remote database (10)")};
inline constexpr OptionText require_all{
    "--require-all", "", mark("a remote database that is away is an error, not a warning")};
inline constexpr OptionText verbose{"-v,--verbose", "", mark("say how much is searched")};
inline constexpr OptionText version{"-V,--version", "",
                                    mark("versions of the program and its language rules")};

}  // namespace option_text
}  // namespace kliping::searcher
