// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "kliping/message.hpp"

namespace kliping::indexer {

/// A container's member by its name.
struct MemberName {
  enum class Verdict { good, hidden, refused };

  Verdict verdict = Verdict::good;
  /// Valid UTF-8, without a leading `./`.
  std::string path;
  /// Why it is refused, in words for the user.
  Message reason;
};

/// Whether a file or folder is not its user's: hidden, or what macOS and Windows leave about.
bool is_hidden_name(std::string_view name);

/// Names that lead out of the container, or cannot be shown on a line, are refused; hidden ones are
/// passed over as they are in directories.
MemberName judge_member_name(std::string_view raw);

}  // namespace kliping::indexer
