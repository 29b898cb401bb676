// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "json_ld.hpp"
#include "kliping/error.hpp"
#include "page.hpp"

namespace kliping::indexer::html {

/// Why a page is provably no article: an index, tag, search or author page, or what a server sends
/// in place of a page. Nothing where there is any doubt: a list among the hits is a nuisance, a
/// lost article is a loss.
std::optional<Message> why_no_article(const Page& page, const JsonLdArticle& data);

}  // namespace kliping::indexer::html
