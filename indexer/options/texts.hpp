// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "kliping/message.hpp"
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
    mark("Keeps a searchable index of an Indonesian news archive; kliping-search reads it."),
    mark(R"(Examples:
  kliping-index add -d berita.db arsip/
  zstd -dc berita.jsonl.zst | kliping-index add --set=source=kompas -
  kliping-index sync -d berita.db arsip/
  kliping-index info -d berita.db
  printf 'memperdalam\nkerja sama\n' | kliping-index stem

Exit codes: 0 done; 1 done, but faulty inputs were passed over; 2 failed;
75 another indexer holds the database. kliping-index COMMAND --help tells more.)")};

inline constexpr OptionText program_version_text{"-V,--version", "",
                                                 mark("versions of everything that decides")};
inline constexpr OptionText database_text{
    "-d,--db", mark("PATH"),
    mark("the database (else $KLIPING_DB, else ~/.local/share/kliping/db)")};
inline constexpr OptionText wait_lock_text{"--wait-lock", mark("SECS"),
                                           mark("wait so long for another indexer (0)")};
inline constexpr OptionText dry_run_text{"-n,--dry-run", "",
                                         mark("change nothing, print what would be done")};
inline constexpr OptionText report_text{"--report", mark("FILE"),
                                        mark("what became of each article, as JSON Lines")};
inline constexpr OptionText exceptions_text{
    "--exceptions", mark("FILE"),
    mark("roots of words: word, tab and root on each line; kept in the index")};
inline constexpr OptionText protect_text{
    "--protect", mark("FILE"),
    mark("words that stay whole, in any case, one a line; kept in the index")};
inline constexpr OptionText quiet_text{"-q,--quiet", "", mark("errors only")};
inline constexpr OptionText verbose_text{"-v,--verbose", "",
                                         mark("say what becomes of each article")};

}  // namespace kliping::indexer
