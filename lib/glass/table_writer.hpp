// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "output_file.hpp"

namespace kliping::glass {

inline constexpr std::size_t max_key_bytes = 255;

/// Whether a table without entries gets a file, an empty one.
enum class WhenEmpty { written, omitted };

/// Where later writes will go. In a table that grows everywhere each leaf keeps 1/64 of its block
/// free: most terms of a small batch fit in, and their leaves need not be split.
enum class Growth { at_the_end, everywhere };

/// Whether a tag that would fit into an empty block whole may be cut in two, to fill the current
/// one.
enum class Pieces { allowed, avoided };

/// What a reader must know to enter a finished table; stored in the version file.
struct Root {
  /// Number of the root block.
  std::uint32_t block = 0;
  /// Levels of branch blocks.
  unsigned level = 0;
  std::uint64_t entries = 0;
  /// Blocks in the file; 0 for a table without entries.
  std::uint32_t blocks = 0;
};

/// Writes one table, a B-tree of (key, tag) entries, by appending: leaves in key order, each branch
/// block as it fills. All integers are big-endian.
///
///     block        u32 revision, u8 level (0 for leaves), u16 contiguous free bytes, u16 free
///                  bytes, u16 end of directory, directory (u16 offset of each item, in key
///                  order), free bytes, items
///     leaf item    u16 (size - 3) | flags << 8 (20 first piece, 40 last piece, 80 deflated, which
///                  is not written here, hex), u8 length of key, key, u16 piece number (not in the
///                  first), piece of the tag
///     branch item  u32 block, u8 length of key, key, u16 piece number
///
/// A tag that is too long for one item, or for what is left of a block, is cut into pieces. The
/// first leaf begins with an item without key and tag. A branch item's key is the shortest prefix
/// of the first key under it that is above all keys before; the first one in a block has none.
class TableWriter {
 public:
  /// `block_bytes` is a power of two from 2048 to 65536.
  TableWriter(std::filesystem::path path, std::uint32_t block_bytes, WhenEmpty when_empty,
              Growth growth);

  /// Keys ascend. Throws BuildError for a key over `max_key_bytes`.
  void add(std::string_view key, std::string_view tag, Pieces pieces = Pieces::allowed);

  Root finish();

 private:
  /// The boundary between two blocks: a key, or a prefix of one, and the number of a piece.
  struct Separator {
    std::string key;
    unsigned piece = 0;
  };
  /// A block that is being filled.
  struct Block {
    std::string bytes;
    std::size_t directory_end = 0;
    std::size_t lowest_item = 0;
    /// The boundary between the block before and this one.
    Separator separator;

    bool empty() const noexcept;
    std::size_t room() const noexcept { return lowest_item - directory_end; }
  };
  struct Piece {
    std::string_view key;
    unsigned number;
    unsigned flags;
    std::string_view bytes;
  };

  void add_in_pieces(std::string_view key, std::string_view tag);
  void place(const Piece& piece);
  std::size_t room_in_leaf() const noexcept;
  void begin_leaf(const Piece& piece);
  void close_leaf();
  void close(unsigned level);
  void add_to_branch(unsigned level, const Separator& separator, std::uint32_t block);
  std::uint32_t write(Block& block, unsigned level);
  Block& open(unsigned level);
  void reset(Block& block) const;
  static char* new_item(Block& block, std::size_t size);

  OutputFile file_;
  std::size_t block_bytes_;
  std::size_t max_item_bytes_;
  /// Bytes of each leaf that are left free for later writes.
  std::size_t slack_bytes_;
  WhenEmpty when_empty_;
  /// The block that is being filled on each level, the leaf first.
  std::vector<Block> blocks_;
  /// Of the leaf that was closed last.
  std::string last_key_;
  std::uint64_t entries_ = 0;
  std::uint32_t written_blocks_ = 0;
};

}  // namespace kliping::glass
