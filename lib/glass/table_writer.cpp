// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_writer.hpp"

#include <algorithm>
#include <cstring>
#include <limits>

#include "kliping/glass/error.hpp"
#include "pack.hpp"
#include "short_bytes.hpp"

namespace kliping::glass {

namespace {

constexpr std::uint32_t revision = 1;
constexpr std::size_t header_bytes = 11;
constexpr std::size_t directory_entry_bytes = 2;
constexpr std::size_t item_header_bytes = 3;
/// In a leaf item.
constexpr std::size_t key_size_at = 2;
constexpr std::size_t piece_number_bytes = 2;
/// Block number, length of key, piece number.
constexpr std::size_t branch_item_overhead = 7;
/// A block holds four items at least, so that the tree branches.
constexpr std::size_t min_items_a_block = 4;
/// What 13 bits and the header make.
constexpr std::size_t max_representable_item = 8194;
/// A first piece shorter than this is not worth a second look-up: the block is left as it is.
constexpr std::size_t min_piece_bytes = 64;
constexpr std::uint32_t slack_share = 64;
constexpr unsigned max_pieces = std::numeric_limits<std::uint16_t>::max();

/// Flags of a leaf item.
constexpr unsigned first_piece = 0x20;
constexpr unsigned last_piece = 0x40;

std::size_t overhead(std::string_view key, unsigned piece) {
  return item_header_bytes + key.size() + (piece > 1 ? piece_number_bytes : 0);
}

}  // namespace

bool TableWriter::Block::empty() const noexcept {
  return directory_end == header_bytes;
}

TableWriter::TableWriter(std::filesystem::path path, std::uint32_t block_bytes,
                         WhenEmpty when_empty, Growth growth)
    : file_(std::move(path)),
      block_bytes_(block_bytes),
      max_item_bytes_(
          std::min((block_bytes - header_bytes - min_items_a_block * directory_entry_bytes) /
                       min_items_a_block,
                   max_representable_item)),
      slack_bytes_(growth == Growth::everywhere ? block_bytes / slack_share : 0),
      when_empty_(when_empty) {
  place({"", 1, first_piece | last_piece, ""});
}

void TableWriter::add(std::string_view key, std::string_view tag, Pieces pieces) {
  if (key.size() > max_key_bytes) throw BuildError("a key of over 255 bytes");
  const std::size_t size = overhead(key, 1) + tag.size();
  const std::size_t room = room_in_leaf();
  const bool whole = size <= max_item_bytes_;
  if (whole && size + directory_entry_bytes <= room) {
    place({key, 1, first_piece | last_piece, tag});
  } else if (whole &&
             (pieces == Pieces::avoided ||
              room < overhead(key, 1) + directory_entry_bytes + key.size() + min_piece_bytes)) {
    close_leaf();
    place({key, 1, first_piece | last_piece, tag});
  } else {
    add_in_pieces(key, tag);
  }
  ++entries_;
}

void TableWriter::add_in_pieces(std::string_view key, std::string_view tag) {
  for (unsigned number = 1;; ++number) {
    if (number > max_pieces) throw BuildError("a tag too long for the table's blocks");
    const std::size_t around = overhead(key, number);
    const std::size_t least = number == 1 ? key.size() + min_piece_bytes : 1;
    if (room_in_leaf() < around + directory_entry_bytes + least) close_leaf();
    const std::size_t fits =
        std::min(room_in_leaf() - directory_entry_bytes, max_item_bytes_) - around;
    const std::string_view bytes = tag.substr(0, fits);
    tag.remove_prefix(bytes.size());
    const unsigned ends = (number == 1 ? first_piece : 0U) | (tag.empty() ? last_piece : 0U);
    place({key, number, ends, bytes});
    if (tag.empty()) return;
  }
}

std::size_t TableWriter::room_in_leaf() const noexcept {
  const std::size_t room = blocks_[0].room();
  return room - std::min(room, slack_bytes_);
}

/// The caller has made sure that there is room.
void TableWriter::place(const Piece& piece) {
  if (blocks_.empty() || blocks_[0].empty()) begin_leaf(piece);
  const std::size_t size = overhead(piece.key, piece.number) + piece.bytes.size();
  char* out = new_item(blocks_[0], size);
  out = put_big_endian(out, (size - item_header_bytes) | piece.flags << 8, 2);
  *out++ = static_cast<char>(piece.key.size());
  out = put_bytes(out, piece.key);
  if (piece.number > 1) out = put_big_endian(out, piece.number, piece_number_bytes);
  put_bytes(out, piece.bytes);
}

void TableWriter::begin_leaf(const Piece& piece) {
  const std::size_t shared = shared_prefix(piece.key, last_key_);
  open(0).separator = {std::string(piece.key.substr(0, shared + 1)), piece.number};
}

/// A block's items lie back to front: the last one is the lowest.
void TableWriter::close_leaf() {
  const Block& leaf = blocks_[0];
  const char* const last = leaf.bytes.data() + leaf.lowest_item;
  last_key_.assign(last + item_header_bytes, static_cast<unsigned char>(last[key_size_at]));
  close(0);
}

char* TableWriter::new_item(Block& block, std::size_t size) {
  block.lowest_item -= size;
  put_big_endian(block.bytes.data() + block.directory_end, block.lowest_item,
                 directory_entry_bytes);
  block.directory_end += directory_entry_bytes;
  return block.bytes.data() + block.lowest_item;
}

TableWriter::Block& TableWriter::open(unsigned level) {
  while (blocks_.size() <= level) {
    Block& block = blocks_.emplace_back();
    block.bytes.resize(block_bytes_);
    reset(block);
  }
  return blocks_[level];
}

void TableWriter::reset(Block& block) const {
  block.directory_end = header_bytes;
  block.lowest_item = block_bytes_;
}

void TableWriter::close(unsigned level) {
  open(level + 1);
  Block& block = blocks_[level];
  const std::uint32_t number = write(block, level);
  add_to_branch(level + 1, block.separator, number);
  reset(blocks_[level]);
}

void TableWriter::add_to_branch(unsigned level, const Separator& separator, std::uint32_t block) {
  const std::size_t size = branch_item_overhead + separator.key.size();
  if (!open(level).empty() && blocks_[level].room() < size + directory_entry_bytes) {
    // The separator may live in a vector that is about to grow.
    const Separator kept = separator;
    close(level);
    return add_to_branch(level, kept, block);
  }
  Block& branch = blocks_[level];
  const bool first = branch.empty();
  if (first) branch.separator = separator;
  const std::string_view key = first ? std::string_view{} : separator.key;
  char* out = new_item(branch, branch_item_overhead + key.size());
  out = put_big_endian(out, block, 4);
  *out++ = static_cast<char>(key.size());
  out = std::copy(key.begin(), key.end(), out);
  put_big_endian(out, first ? 0 : separator.piece, piece_number_bytes);
}

std::uint32_t TableWriter::write(Block& block, unsigned level) {
  const std::size_t free = block.room();
  char* out = put_big_endian(block.bytes.data(), revision, 4);
  out = put_big_endian(out, level, 1);
  out = put_big_endian(out, free, 2);
  out = put_big_endian(out, free, 2);
  put_big_endian(out, block.directory_end, 2);
  std::memset(block.bytes.data() + block.directory_end, 0, free);
  file_.write(block.bytes);
  if (written_blocks_ == std::numeric_limits<std::uint32_t>::max()) {
    throw BuildError("a table of over 2^32 blocks");
  }
  return written_blocks_++;
}

Root TableWriter::finish() {
  if (entries_ == 0) {
    if (when_empty_ == WhenEmpty::written) file_.close();
    return {};
  }
  unsigned level = 0;
  for (; level + 1 < blocks_.size(); ++level) close(level);
  const std::uint32_t block = write(blocks_[level], level);
  file_.close();
  return {block, level, entries_, written_blocks_};
}

}  // namespace kliping::glass
