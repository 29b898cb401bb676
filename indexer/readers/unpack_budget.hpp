// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

#include "../record.hpp"
#include "byte_source.hpp"

namespace kliping::indexer {

/// What a packed input, or a member of one, has taken in and given out, all that is packed inside
/// it included. Layers stand in each other as the packings do; the outermost is the file.
class UnpackLayer {
 public:
  explicit UnpackLayer(const UnpackLimits& limits) : limits_(limits) {}
  explicit UnpackLayer(UnpackLayer& outer)
      : limits_(outer.limits_), outer_(&outer), depth_(outer.depth_ + 1) {}
  UnpackLayer(const UnpackLayer&) = delete;
  UnpackLayer& operator=(const UnpackLayer&) = delete;

  std::size_t depth() const { return depth_; }
  const UnpackLimits& limits() const { return limits_; }

  /// No more than `size` counts as taken in: a zip may hand out the same bytes again and again.
  void set_stored_size(std::uint64_t size) { stored_size_ = size; }
  void took_in(std::uint64_t bytes);
  /// Throws Bomb for the innermost layer that gave out too much for what it took in.
  void gave_out(std::uint64_t bytes);
  /// Throws Bomb for the file at one member too many.
  void began_member();
  /// What this layer gave out was refused: the layers around it are not to suffer for it.
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

/// More came out of a layer than any archive of news holds. It ends that layer and no other.
class Bomb : public SourceFault {
 public:
  Bomb(Message what, std::size_t depth) : SourceFault(std::move(what)), depth_(depth) {}
  /// Of the layer at fault.
  std::size_t depth() const { return depth_; }

 private:
  std::size_t depth_;
};

}  // namespace kliping::indexer
