// SPDX-License-Identifier: GPL-3.0-or-later
// Law: any bytes unpacked and sniffed end within their budget, and no reader below crashes.
#include "read_bytes.hpp"
#include "readers/reading.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kliping::indexer;
  ReadOptions options;
  options.max_record_bytes = std::size_t{1} << 20;
  options.unpack.free_bytes = std::size_t{1} << 20;
  options.unpack.most_members = 1000;
  const RecordHandler handler = kliping::fuzz::checking(options);
  MemorySource source({reinterpret_cast<const char*>(data), size});
  Reading(options, handler).stream("fuzz", source);
  return 0;
}
