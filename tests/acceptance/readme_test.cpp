// SPDX-License-Identifier: GPL-3.0-or-later
// What README.md and the man pages show is run, and what it prints is true.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "process.hpp"

using namespace kliping::test;
namespace fs = std::filesystem;

namespace {

struct Block {
  std::string language;
  std::string text;
};

std::vector<Block> fenced_blocks(const std::string& markdown) {
  std::vector<Block> blocks;
  std::istringstream in(markdown);
  bool inside = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("```")) {
      if (!inside) blocks.push_back({line.substr(3), ""});
      inside = !inside;
    } else if (inside) {
      blocks.back().text += line + '\n';
    }
  }
  return blocks;
}

/// Times and rates differ from run to run.
std::string without_times(const std::string& text) {
  return std::regex_replace(text, std::regex("in [0-9.]+ s \\([0-9.]+ MB/s\\)"), "in T s (R MB/s)");
}

/// The commands of a block; a line that ends in a backslash goes on.
std::vector<std::string> commands(const std::string& text) {
  std::vector<std::string> list;
  bool goes_on = false;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    if (goes_on) {
      list.back() += '\n' + line;
    } else {
      list.push_back(line);
    }
    goes_on = line.ends_with('\\');
  }
  return list;
}

/// A line of a man page as a reader sees it.
std::string shown(std::string line) {
  constexpr std::pair<const char*, const char*> escapes[] = {
      {R"(\\e)", "\\"}, {R"(\\\(ti)", "~"}, {R"(\\\(ha)", "^"}};
  for (const auto& [escape, sign] : escapes)
    line = std::regex_replace(line, std::regex(escape), sign);
  return line;
}

/// Lines between .EX and .EE of a man page.
std::vector<std::string> examples_of(const std::string& page) {
  std::vector<std::string> lines;
  bool inside = false;
  std::istringstream in(page);
  for (std::string line; std::getline(in, line);) {
    if (line == ".EX" || line == ".EE") {
      inside = line == ".EX";
    } else if (inside) {
      lines.push_back(shown(line));
    }
  }
  return lines;
}

/// A folder as the README's reader has it: corpus/, and the files that the tour names.
class ReadersFolder {
 public:
  ReadersFolder() {
    fs::create_directory_symlink(KLIPING_SOURCE_DIR "/corpus", folder_ / "corpus");
    fs::copy(KLIPING_SOURCE_DIR "/corpus", folder_ / "arsip", fs::copy_options::recursive);
    std::ofstream(folder_ / ".last").close();
    fs::last_write_time(folder_ / ".last",
                        fs::file_time_type::clock::now() - std::chrono::hours(1));
    std::ofstream(folder_ / "arsip/satu.html")
        << "<title>Jembatan dibuka</title><article><p>Jembatan itu dibuka kembali pada hari Senin "
           "setelah diperbaiki selama tiga bulan oleh dinas pekerjaan umum.</p></article>";
    std::ofstream(folder_ / "feed.json")
        << R"({"items":[{"judul":"Panen","isi":"Panen raya dimulai.","terbit":"2024-03-01"}]})";
    std::ofstream(folder_ / "berita-2019.jsonl")
        << R"({"title":"Gempa Cianjur","body":"Gempa mengguncang Cianjur."})"
           "\n";
    run("zstd -q berita-2019.jsonl");
  }

  Output run(const std::string& command) const {
    return run_shell("cd '" + folder_.path().string() + "' && PATH='" +
                     fs::path(KLIPING_INDEX).parent_path().string() + ":" +
                     fs::path(KLIPING_SEARCH).parent_path().string() + "':\"$PATH\" && " + command);
  }

 private:
  TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("README: the demonstration prints what it says") {
  const auto blocks = fenced_blocks(read_file(KLIPING_SOURCE_DIR "/README.md"));
  REQUIRE(blocks.size() > 2);
  const ReadersFolder folder;
  const Output output = folder.run(
      "kliping-index add -d demo.db corpus && kliping-search -d demo.db -n 3 Korea Utara Rusia");
  CHECK(output.status == 0);
  CHECK(blocks[1].text == output.out);
}

TEST_CASE("README: every command of the tour runs, and prints what stands under it") {
  const ReadersFolder folder;
  std::size_t run = 0;
  for (const Block& block : fenced_blocks(read_file(KLIPING_SOURCE_DIR "/README.md"))) {
    if (block.language == "console") {
      std::string actual;
      for (const std::string& line : commands(block.text)) {
        if (!line.starts_with("$ ")) continue;
        const Output output = folder.run(line.substr(2));
        actual += line + '\n' + output.err + output.out;
        ++run;
      }
      CHECK(without_times(block.text) == without_times(actual));
    } else if (block.language == "sh" && block.text.find("./setup") == std::string::npos) {
      for (const std::string& line : commands(block.text)) {
        if (line.find("fzf") != std::string::npos) continue;  // wants a terminal
        CAPTURE(line);
        const Output output = folder.run(line);
        INFO(output.err);
        CHECK(output.status == 0);
        ++run;
      }
    }
  }
  CHECK(run >= 12);
}

TEST_CASE("man pages: every example runs, and prints what stands under it") {
  const ReadersFolder folder;
  std::size_t run = 0;
  for (const char* page :
       {"kliping-index.1.in", "kliping-search.1.in", "kliping-query.7.in", "id/kliping-index.1.in",
        "id/kliping-search.1.in", "id/kliping-query.7.in"}) {
    const std::string language =
        std::string_view{page}.starts_with("id/") ? "export LC_ALL=id_ID.UTF-8; " : "";
    std::string expected;
    std::string printed;
    for (const std::string& line :
         examples_of(read_file(std::string{KLIPING_SOURCE_DIR "/docs/man/"} + page))) {
      CAPTURE(line);
      const bool told = line.starts_with("$ ");
      if (told || !expected.empty()) expected += line + '\n';
      if (!told && !expected.empty()) continue;
      const Output output = folder.run(language + (told ? line.substr(2) : line));
      INFO(output.err);
      if (told) printed += line + '\n' + output.err + output.out;
      CHECK(output.status == (told ? 2 : 0));
      ++run;
    }
    CHECK(printed == expected);
  }
  CHECK(run >= 60);
}
