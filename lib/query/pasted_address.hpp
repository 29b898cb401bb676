// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace kliping {

/// The web address if the query is nothing else, without punctuation that was copied along with it
/// (`<https://…>,`); empty for any other query. An address without a scheme needs a host and a path
/// of two names, because `dan/atau` and `Rp5.000/kg` are prose.
std::string_view pasted_address(std::string_view query);

}  // namespace kliping
