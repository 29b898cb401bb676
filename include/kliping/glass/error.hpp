// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>

namespace kliping::glass {

/// Why a database could not be built: a full disk, a document that glass cannot hold, a check that
/// failed. What was written so far is worth nothing.
class BuildError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace kliping::glass
