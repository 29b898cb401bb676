// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "kliping/glass/document.hpp"
#include "table_writer.hpp"

namespace kliping::glass {

/// Appends a document's entry in the termlist table; nothing where it has no terms. Throws
/// BuildError for terms that do not ascend.
///
///     varint   document length, the sum of all wdfs
///     varint   number of terms
///     and for each term, in order:
///     u8       bytes shared with the term before (not for the first term)
///     u8       bytes that follow
///     bytes
///     varint   wdf
///
/// Where wdf < 127 and (wdf + 1) * (length of the term before + 1) + shared < 256, that number
/// stands in the place of `shared`, and no wdf follows.
void append_termlist(std::string& out, std::span<const Term> terms, std::uint64_t length);

/// Appends a document's list of used slots: for each, in order, varint slot - slot before - 1. The
/// first one follows slot -1.
void append_slots_used(std::string& out, std::span<const Value> values);

/// The documents of one batch, encoded as the two tables that are keyed by document id hold them.
/// The ids themselves are not known yet.
class EncodedBatch {
 public:
  void add(const Document& document, std::uint64_t length);
  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(entries_.size()); }

 private:
  friend class DocumentTables;

  struct Entry {
    std::size_t termlist_bytes;
    std::size_t data_bytes;
    std::uint32_t slots_bytes;
  };

  std::string bytes_;
  std::vector<Entry> entries_;
};

/// The termlist and docdata tables, filled batch by batch; from any thread.
///
///     termlist  sortable(docid)       -> see append_termlist
///               sortable(docid) 00    -> see append_slots_used; no entry where none is used
///     docdata   sortable(docid)       -> data; no entry where there is none
class DocumentTables {
 public:
  DocumentTables(const std::filesystem::path& folder, std::uint32_t block_bytes,
                 std::uint32_t first_docid);

  /// Takes a batch over. Batches are written, and their documents numbered, in the order of
  /// `number`; one that comes early waits in memory.
  void submit(std::uint64_t number, EncodedBatch&& batch);

  /// Id of the first document of each batch written so far, then the id that comes next.
  const std::vector<std::uint32_t>& first_docids() const noexcept { return first_docids_; }

  struct Roots {
    Root termlist;
    Root docdata;
  };
  /// Throws BuildError when the numbers of the batches leave a gap.
  Roots finish();

 private:
  void write(const EncodedBatch& batch);

  std::mutex mutex_;
  TableWriter termlist_;
  TableWriter docdata_;
  std::map<std::uint64_t, EncodedBatch> waiting_;
  std::vector<std::uint32_t> first_docids_;
  std::string key_;
};

}  // namespace kliping::glass
