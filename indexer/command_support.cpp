// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <optional>
#include <vector>

#include "commands.hpp"
#include "database_folder.hpp"
#include "file_system.hpp"
#include "interrupt.hpp"
#include "kliping/command.hpp"
#include "kliping/database.hpp"

namespace kliping::indexer {

namespace {

constexpr std::size_t block_bytes = 256 * 1024;

void check(std::FILE* file, std::string_view name) {
  if (std::ferror(file)) throw system_error(name);
}

/// The list in a file, by one of the functions of kliping/analysis/user_words.hpp.
template <typename Read>
std::optional<std::string> read_list(const std::string& file, Read&& read) {
  if (file.empty()) return std::nullopt;
  std::vector<Diagnostic> faults;
  std::string list = read(read_whole(file), file, faults);
  if (faults.empty()) return list;
  for (const Diagnostic& fault : faults) {
    std::fputs(command::render("kliping-index", fault).c_str(), stderr);
  }
  throw Error(message("{}: {} of its lines cannot be used", file, faults.size()),
              message("mend them, or make them comments with #"));
}

}  // namespace

GivenLists read_lists(const ListFiles& files) {
  return {read_list(files.exceptions, read_exceptions), read_list(files.protect, read_protected)};
}

std::string database_path(const std::string& option) {
  if (!option.empty()) return option;
  return default_database_path(command::environment("KLIPING_DB"),
                               command::environment("XDG_DATA_HOME"), command::environment("HOME"));
}

std::filesystem::path existing_generation(const std::string& database) {
  open_for_reading({database}, AnalysisRule::any);
  const std::uint64_t number = published_generation(database);
  // A database without our stub, a generation itself say, is its own.
  if (number == 0) return database;
  return std::filesystem::path(database) / generation_name(number);
}

std::vector<std::string> read_names(const std::string& list, char separator) {
  const bool standard_input = list == "-";
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> opened(
      standard_input ? nullptr : std::fopen(list.c_str(), "re"),
      [](std::FILE* file) { return std::fclose(file); });
  if (!standard_input && !opened) throw system_error(list);
  std::vector<std::string> names;
  for_each_line(standard_input ? stdin : opened.get(), list, separator, [&](std::string_view name) {
    if (!name.empty()) names.emplace_back(name);
  });
  return names;
}

WriterClaim claim(const WriterOptions& options) {
  return {options.wait_for_lock, interrupt::exit_code, options.command_line};
}

void for_each_line(std::FILE* file, std::string_view name, char separator,
                   const std::function<void(std::string_view)>& line) {
  const auto block = std::make_unique_for_overwrite<char[]>(block_bytes);
  // The beginning of a line whose end has not been read.
  std::string begun;
  while (const std::size_t size = std::fread(block.get(), 1, block_bytes, file)) {
    std::string_view rest(block.get(), size);
    for (auto end = rest.find(separator); end != rest.npos; end = rest.find(separator)) {
      if (begun.empty()) {
        line(rest.substr(0, end));
      } else {
        line(begun.append(rest.substr(0, end)));
        begun.clear();
      }
      rest.remove_prefix(end + 1);
    }
    begun.append(rest);
  }
  check(file, name);
  if (!begun.empty()) line(begun);
}

std::string read_whole(const std::string& name) {
  const bool standard_input = name.empty() || name == "-";
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> opened(
      standard_input ? nullptr : std::fopen(name.c_str(), "re"),
      [](std::FILE* file) { return std::fclose(file); });
  if (!standard_input && !opened) throw system_error(name);
  std::FILE* const file = standard_input ? stdin : opened.get();
  std::string whole;
  std::array<char, 64 * 1024> block;
  while (const std::size_t size = std::fread(block.data(), 1, block.size(), file)) {
    whole.append(block.data(), size);
  }
  check(file, standard_input ? "standard input" : std::string_view{name});
  return whole;
}

}  // namespace kliping::indexer
