// SPDX-License-Identifier: GPL-3.0-or-later
#include <unistd.h>

#include <cstdio>
#include <string_view>
#include <variant>

#include "kliping/command.hpp"
#include "kliping/database.hpp"
#include "kliping/language.hpp"
#include "searcher/options.hpp"
#include "searcher/search.hpp"

namespace {

using namespace kliping;

void write(std::FILE* stream, std::string_view bytes) {
  std::fwrite(bytes.data(), 1, bytes.size(), stream);
}

ExitCode run(int argc, const char* const* argv) {
  language::choose({argv + 1, argv + argc});
  const int columns = command::terminal_width(STDOUT_FILENO);
  auto parsed =
      searcher::parse_options(argc, argv, command::today(), static_cast<std::size_t>(columns));
  if (const auto* text = std::get_if<std::string>(&parsed)) {
    write(stdout, *text);
    return ExitCode::success;
  }
  auto& options = std::get<searcher::Options>(parsed);
  if (options.databases.empty()) {
    options.databases.push_back(default_database_path(command::environment("KLIPING_DB"),
                                                      command::environment("XDG_DATA_HOME"),
                                                      command::environment("HOME")));
  }
  const bool colors = command::wants_color(options.color, STDOUT_FILENO);
  const bool links = command::wants_color(options.hyperlink, STDOUT_FILENO) &&
                     (colors || options.hyperlink == command::When::always);
  const searcher::Streams streams{
      [](std::string_view bytes) { write(stdout, bytes); },
      [](std::string_view bytes) { write(stderr, bytes); },
      {colors ? searcher::Colors::on : searcher::Colors::off, isatty(STDOUT_FILENO) ? columns : 0,
       links ? searcher::Hyperlinks::on : searcher::Hyperlinks::off}};
  return searcher::search(options, streams);
}

}  // namespace

int main(int argc, char** argv) {
  return kliping::command::run("kliping-search", [=] { return run(argc, argv); });
}
