// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "analysis/stemmer/lexicon.hpp"

namespace kliping::morphology {

/// Both are written by lib/analysis/lexicon/compile_lexicon.cpp while building.
extern const Lexicon compiled_lexicon;
extern const std::string_view compiled_fingerprint;

}  // namespace kliping::morphology
