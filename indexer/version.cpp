// SPDX-License-Identifier: GPL-3.0-or-later
#include "version.hpp"

#include <fmt/format.h>
#include <unicode/uvernum.h>
#include <xapian.h>

#include "kliping/analysis/analyzer.hpp"
#include "kliping/schema.hpp"

namespace kliping::indexer {

std::string version_text() {
  return fmt::format("kliping-index {}\nXapian {}\nICU {}\nindex format {}\nanalysis {}",
                     KLIPING_VERSION, Xapian::version_string(), U_ICU_VERSION, schema::version,
                     Analyzer().fingerprint());
}

}  // namespace kliping::indexer
