// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace kliping {

/// The web address that is all of a query, without what stood around it where it was copied
/// (`<https://…>,`); empty for any other query. Without a scheme it takes a host and a path of two
/// names, for `dan/atau` and `Rp5.000/kg` are prose.
std::string_view pasted_address(std::string_view query);

}  // namespace kliping
