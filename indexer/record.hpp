// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "kliping/article.hpp"
#include "kliping/error.hpp"
#include "kliping/schema.hpp"

/// Inputs become articles in two steps. `read` walks the inputs and frames records, in order, on
/// one thread, and does as little as it can; `parse` turns a record into an article, on any thread.
namespace kliping::indexer {

enum class Format {
  automatic,
  text,
  html,
  markdown,
  json,
  jsonl,
  csv,
  tsv,
  feed,
  warc,
  trec,
};

enum class IdentityRule { automatic, url, locator, field, content };

/// How far a compressed input may expand before it is refused as a decompression bomb.
struct UnpackLimits {
  /// Compressions and containers within each other.
  std::size_t most_nested = 8;
  /// Bytes out for each byte in. Text is compressed 3 to 20 times, hardly ever 100 times.
  std::uint64_t most_ratio = 200;
  /// So many bytes out are free: up to here the ratio does not count.
  std::uint64_t free_bytes = std::uint64_t{64} << 20;
  /// Bytes out of one file, over all its layers.
  std::uint64_t most_bytes = std::uint64_t{4} << 40;
  std::uint64_t most_members = 10'000'000;
};

/// Which pairs of `--map` some record or table had, by their place in the list; marked by any
/// thread.
class MapUse {
 public:
  void mark(std::size_t pair) noexcept {
    if (!is_marked(pair)) marks_.fetch_or(bit(pair), std::memory_order_relaxed);
  }
  bool is_marked(std::size_t pair) const noexcept {
    return (marks_.load(std::memory_order_relaxed) & bit(pair)) != 0;
  }

 private:
  /// More pairs than bits name a field again and again; they share.
  static std::uint64_t bit(std::size_t pair) noexcept { return std::uint64_t{1} << pair % 64; }

  std::atomic<std::uint64_t> marks_ = 0;
};

struct ReadOptions {
  Format format = Format::automatic;
  /// `--map=FIELD=NAME`: our field's name, the archive's column or JSON pointer.
  std::vector<std::pair<std::string, std::string>> map;
  std::shared_ptr<MapUse> map_use = std::make_shared<MapUse>();
  IdentityRule identity = IdentityRule::automatic;
  /// The key or column of `--id=field:NAME`.
  std::string identity_field;
  /// `--set=FIELD=VALUE`: constants, which win over what the archive says.
  std::vector<std::pair<std::string, std::string>> set;
  std::vector<std::string> include;
  std::vector<std::string> exclude;
  /// The largest record taken, bytes; a larger one costs itself. Indexing takes some six times
  /// as much memory, and no article comes near.
  std::size_t max_record_bytes = std::size_t{32} << 20;
  std::string encoding = "auto";
  UnpackLimits unpack;
};

/// What the records of one file share. Immutable once the first of its records is out.
struct Origin {
  /// As the user can find it again: `arsip/2019.csv`, `-` for standard input.
  std::string locator;
  Format format = Format::text;
  /// CSV and TSV: the header's names; empty else.
  std::vector<std::string> columns;
  /// CSV and TSV: what each column is to us; a column of the archive's own is kept as extra.
  std::vector<std::optional<schema::Field>> column_fields;
  DateOrder date_order = DateOrder::unknown;
  /// Of the records' bytes: a converter name, or `auto` where every text is judged by itself.
  std::string encoding = "auto";
};

/// One article's worth of an input, framed but not understood.
struct Record {
  std::shared_ptr<const Origin> origin;
  /// Line of its first byte, from 1; 0 where a file is one record.
  std::size_t line = 0;
  /// Which of the records that begin on this line it is, from 1: `[{…},{…}]` has two.
  std::size_t ordinal = 1;
  /// WARC: the record's first byte in the stored file, or its gzip member's, by which it is found
  /// again.
  std::optional<std::uint64_t> offset;
  std::string bytes;
  /// Tables and feeds: the row's fields instead of `bytes`.
  std::vector<std::string> fields;
};

struct RecordHandler {
  /// False ends the reading.
  std::function<bool(Record&&)> record;
  std::function<void(Diagnostic&&)> diagnostic;
  /// Bytes of input consumed since the last call, for progress; also called, with 0, when a signal
  /// breaks a wait for input. False ends the input there.
  std::function<bool(std::size_t)> progress;
};

/// Reads every input (file, directory, or `-` for standard input) to its end. What cannot be read
/// is a diagnostic; the rest goes on.
void read(const std::vector<std::string>& inputs, const ReadOptions& options,
          const RecordHandler& handler);

/// The article of a record, decoded, repaired, identified, with locator; or why there is none.
std::variant<Article, Diagnostic> parse(const Record& record, const ReadOptions& options);

/// Bytes that `read` will meet, where that can be known beforehand (no pipes).
std::optional<std::size_t> total_bytes(const std::vector<std::string>& inputs,
                                       const ReadOptions& options);

}  // namespace kliping::indexer
