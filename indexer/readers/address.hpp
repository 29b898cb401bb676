// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace kliping::indexer {

/// `nasional.kompas.com` of `https://nasional.kompas.com/read/…`, in lower case; empty where there
/// is no scheme.
std::string host_of(std::string_view url);

/// The outlet's own word in a host name: `kompas` of `nasional.kompas.com`, `republika` of
/// `www.republika.co.id`.
std::string outlet_of_host(std::string_view host);

/// Whether the whole text is a host name with a dot, as `www.detik.com`.
bool is_host(std::string_view text);

/// The section that an address names by subdomain or first folder; empty unless it is a known one.
std::string section_of_url(std::string_view url);

}  // namespace kliping::indexer
