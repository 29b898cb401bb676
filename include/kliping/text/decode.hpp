// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace kliping::text {

/// Bytes of unknown origin to UTF-8. `encoding` is an ICU converter name, or `auto`: a byte-order
/// mark decides, then valid UTF-8, else Windows-1252 (the usual stranger in Indonesian archives;
/// a superset of Latin-1), byte by byte only where a sequence is not UTF-8. Never fails: what no
/// encoding explains becomes U+FFFD. NUL bytes become spaces. Throws Error for an unknown name.
std::string decode(std::string_view bytes, std::string_view encoding = "auto");

/// Mends what scrapers leave in running text: character references, also twice escaped
/// (`&amp;nbsp;`), provable mojibake (`BjÃ¶rn`), C0 controls but tab and line feed, CRLF.
/// `text` is valid UTF-8; idempotent but for references that a pass reveals. Moves what is whole.
std::string repair(std::string text);

}  // namespace kliping::text
