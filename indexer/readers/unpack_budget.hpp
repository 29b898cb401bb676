// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

#include "../record.hpp"
#include "byte_source.hpp"

namespace kliping::indexer {

/// Counts the bytes that a packed input, or a member of one, has taken in and given out, together
/// with all that is packed inside it. Layers are nested as the packings are; the outermost is the
/// file.
class UnpackLayer {
 public:
  explicit UnpackLayer(const UnpackLimits& limits) : limits_(limits) {}
  explicit UnpackLayer(UnpackLayer& outer)
      : limits_(outer.limits_), outer_(&outer), depth_(outer.depth_ + 1) {}
  UnpackLayer(const UnpackLayer&) = delete;
  UnpackLayer& operator=(const UnpackLayer&) = delete;

  std::size_t depth() const { return depth_; }
  const UnpackLimits& limits() const { return limits_; }

  /// At most `size` bytes count as taken in: the members of a zip may share the same bytes.
  void set_stored_size(std::uint64_t size) { stored_size_ = size; }
  void took_in(std::uint64_t bytes);
  /// Throws Bomb for the innermost layer that gave out too much for what it took in.
  void gave_out(std::uint64_t bytes);
  /// Throws Bomb for the file at one member too many.
  void began_member();
  /// To be called when this layer was refused as a bomb: what it gave out no longer counts for the
  /// layers around it.
  void refuse();

 private:
  UnpackLayer& file() { return outer_ == nullptr ? *this : outer_->file(); }
  bool is_bomb() const;

  const UnpackLimits& limits_;
  UnpackLayer* outer_ = nullptr;
  std::size_t depth_ = 0;
  std::uint64_t stored_size_ = UINT64_MAX;
  std::uint64_t stored_ = 0;
  std::uint64_t unpacked_ = 0;
  std::uint64_t members_ = 0;
  std::size_t refused_ = 0;
};

/// Thrown when more came out of a layer than out of any archive of news. Ends that layer only.
class Bomb : public SourceFault {
 public:
  Bomb(Message what, std::size_t depth) : SourceFault(std::move(what)), depth_(depth) {}
  /// Of the layer at fault.
  std::size_t depth() const { return depth_; }

 private:
  std::size_t depth_;
};

}  // namespace kliping::indexer
