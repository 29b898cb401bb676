// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "kliping/option_text.hpp"

/// Every option's text, once: help is made of it. Here those that verbs share; each family of
/// verbs has the rest beside its options.
namespace kliping::indexer {

struct VerbText {
  std::string_view name;
  std::string_view summary;
  std::string_view footer;
};

/// What a verb takes beside options.
struct OperandText {
  std::string_view name;
  std::string_view help;
};

inline constexpr VerbText program_text{
    "kliping-index",
    "Keeps a searchable index of an Indonesian news archive; kliping-search reads it.",
    R"(Examples:
  kliping-index add -d berita.db arsip/
  zstd -dc berita.jsonl.zst | kliping-index add --set=source=kompas -
  kliping-index sync -d berita.db arsip/
  kliping-index info -d berita.db
  printf 'memperdalam\nkerja sama\n' | kliping-index stem

Exit codes: 0 done; 1 done, but faulty inputs were passed over; 2 failed;
75 another indexer holds the database. kliping-index COMMAND --help tells more.)"};

inline constexpr OptionText database_text{
    "-d,--db", "PATH", "the database\n(else $KLIPING_DB, else ~/.local/share/kliping/db)"};
inline constexpr OptionText generate_text{
    "--generate", "KIND",
    "print a completion script: bash, zsh or fish;\nman: the options' part of the man page"};
inline constexpr OptionText wait_lock_text{"--wait-lock", "SECS",
                                           "wait so long for another indexer (0)"};
inline constexpr OptionText dry_run_text{"-n,--dry-run", "",
                                         "change nothing, print what would be done"};
inline constexpr OptionText report_text{"--report", "FILE",
                                        "what became of each article, as JSON Lines"};
inline constexpr OptionText exceptions_text{
    "--exceptions", "FILE", "roots of words: word, tab and root on each line; kept in the index"};
inline constexpr OptionText protect_text{
    "--protect", "FILE", "words that stay whole, in any case, one a line; kept in the index"};
inline constexpr OptionText quiet_text{"-q,--quiet", "", "errors only"};
inline constexpr OptionText verbose_text{"-v,--verbose", "", "say what becomes of each article"};

}  // namespace kliping::indexer
