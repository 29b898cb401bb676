// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "input.hpp"
#include "outlet.hpp"

namespace kliping::indexer {

/// Cuts an input into records, one function a format. False where the outlet took no more of it.
/// A new format is a function here, one in draft.hpp, and a row in sniff.cpp.
bool frame_lines(Input& input, Outlet& outlet);
/// One object, objects one after another, or one array of them, over any number of lines.
bool frame_json(Input& input, Outlet& outlet);
bool frame_table(Input& input, Outlet& outlet);
/// RSS and Atom: an item a record.
bool frame_feed(Input& input, Outlet& outlet);
/// The HTML and text responses of a crawl.
bool frame_warc(Input& input, Outlet& outlet);
/// `<DOC>` to `</DOC>`.
bool frame_trec(Input& input, Outlet& outlet);
/// The whole input is one record.
bool frame_whole(Input& input, Outlet& outlet);

/// By the outlet's format.
bool frame(Input& input, Outlet& outlet);

}  // namespace kliping::indexer
