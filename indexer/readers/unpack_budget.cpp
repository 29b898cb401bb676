// SPDX-License-Identifier: GPL-3.0-or-later
#include "unpack_budget.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kliping::indexer {

namespace {
/// A file with more bombs in it than this was made to harm; nothing more of it is read.
constexpr std::size_t most_refused = 16;
}  // namespace

void UnpackLayer::took_in(std::uint64_t bytes) {
  stored_ = std::min(stored_size_, stored_ + bytes);
}

bool UnpackLayer::is_bomb() const {
  return unpacked_ > limits_.free_bytes && unpacked_ / limits_.most_ratio > stored_;
}

void UnpackLayer::gave_out(std::uint64_t bytes) {
  for (UnpackLayer* layer = this; layer != nullptr; layer = layer->outer_)
    layer->unpacked_ += bytes;
  for (const UnpackLayer* layer = this; layer != nullptr; layer = layer->outer_)
    if (layer->is_bomb())
      throw Bomb(
          message("unpacks to more than {} times its size: refused as a bomb", limits_.most_ratio),
          layer->depth_);
  if (file().unpacked_ > limits_.most_bytes)
    throw Bomb(
        message("unpacks to more than {} GB: the rest is left out", limits_.most_bytes >> 30), 0);
}

void UnpackLayer::began_member() {
  if (++file().members_ > limits_.most_members)
    throw Bomb(message("more than {} members: the rest is left out", limits_.most_members), 0);
}

void UnpackLayer::refuse() {
  for (UnpackLayer* layer = outer_; layer != nullptr; layer = layer->outer_)
    layer->unpacked_ -= unpacked_;
  if (++file().refused_ > most_refused)
    throw Bomb(message("holds more than {} bombs: the rest is left out", most_refused), 0);
}

}  // namespace kliping::indexer
