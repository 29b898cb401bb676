// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace kliping::indexer {

/// Of answers of interfaces and feeds saved as JSON (`{"status":"ok","articles":[{…},…]}`): the
/// bytes up to the first article, the list's bracket included. 0 for anything else. `head` is the
/// beginning of the input; the list must begin inside it.
std::size_t bytes_before_wrapped_articles(std::string_view head);

/// Bytes before the first member of an object whose first two members are articles by their keys;
/// 0 where it is none.
std::size_t bytes_before_keyed_articles(std::string_view head);

/// Whether a member of this name holds the article that an object stands for (`_source`).
bool is_envelope(std::string_view key);

/// Whether a member of this name tells about the text beside it.
bool is_annotation(std::string_view key);

}  // namespace kliping::indexer
