// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "kliping/error.hpp"
#include "kliping/span.hpp"

namespace kliping {

/// An error that says `what`, and shows below it the part of the query around `spot`, on one line,
/// with carets under the spot.
Error syntax_error(const Message& what, std::string_view query, Span spot, const Message& hint);

}  // namespace kliping
