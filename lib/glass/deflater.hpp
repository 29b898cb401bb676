// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "table_writer.hpp"

struct libdeflate_compressor;

namespace kliping::glass {

/// Raw deflate, as tags of the termlist and docdata tables may be stored. One per thread.
class Deflater {
 public:
  Deflater();

  /// Appends the tag, deflated where that makes it shorter, and says which.
  TagForm append(std::string& out, std::string_view tag);

 private:
  struct Free {
    void operator()(libdeflate_compressor* compressor) const noexcept;
  };

  std::unique_ptr<libdeflate_compressor, Free> compressor_;
};

/// Shorter tags are never deflated; the version file says so, too.
inline constexpr std::size_t min_deflated_bytes = 18;

}  // namespace kliping::glass
