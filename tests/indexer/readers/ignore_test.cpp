// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "process.hpp"
#include "readers/walk.hpp"

using namespace kliping;

TEST_CASE("walk: an ignore file names what is no article, there and below") {
  const test::TemporaryFolder folder;
  const auto write = [&](const std::string& name, const std::string& text) {
    std::filesystem::create_directories((folder.path() / name).parent_path());
    std::ofstream(folder.path() / name) << text;
  };
  write(".klipingignore", "# notes\nREADME.md\n*.tsv\r\nlama/\n2019/catatan.txt\n");
  write("README.md", "x");
  write("satu.txt", "x");
  write("q.tsv", "x");
  write("lama/dua.txt", "x");
  write("2019/README.md", "x");
  write("2019/catatan.txt", "x");
  write("2019/tiga.txt", "x");
  write("2020/.klipingignore", "empat.txt\n");
  write("2020/empat.txt", "x");
  write("2021/empat.txt", "x");

  std::vector<std::string> files;
  const std::string root = folder.path().string();
  indexer::walk(root, {},
                {.file =
                     [&](const std::string& path) {
                       files.push_back(path.substr(root.size() + 1));
                       return true;
                     },
                 .diagnostic = {}});
  CHECK(files == std::vector<std::string>{"2019/tiga.txt", "2021/empat.txt", "satu.txt"});
}
