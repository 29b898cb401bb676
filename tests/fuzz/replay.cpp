// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

/// A target aborts where one of its laws is broken, so that coming back is passing.
TEST_CASE("fuzz: the target stands the files of its corpus, whole and cut short") {
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator{KLIPING_FUZZ_CORPUS}) {
    std::ifstream file{entry.path(), std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
    CAPTURE(entry.path());
    const auto* const data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    for (std::size_t size = bytes.size(); size > 0; size /= 2) {
      CHECK(LLVMFuzzerTestOneInput(data, size) == 0);
    }
    ++files;
  }
  CHECK(LLVMFuzzerTestOneInput(nullptr, 0) == 0);
  CHECK(files > 0);
}
