// SPDX-License-Identifier: GPL-3.0-or-later
#include "command_support.hpp"

#include <cstdio>
#include <memory>
#include <optional>

#include "database_folder.hpp"
#include "file_system.hpp"
#include "interrupt.hpp"
#include "kliping/command.hpp"
#include "kliping/database.hpp"

namespace kliping::indexer {

namespace {

/// A file that is read block by block.
class InputFile {
 public:
  explicit InputFile(const std::string& file) {
    if (file.empty() || file == "-") return;
    name_ = file;
    opened_.reset(std::fopen(file.c_str(), "re"));
    if (!opened_) throw system_error(name_);
  }

  /// The next block, valid until the next call; empty at the end of the file.
  std::string_view next_block() {
    std::FILE* const file = opened_ ? opened_.get() : stdin;
    const std::size_t size = std::fread(block_.get(), 1, block_bytes, file);
    if (size == 0 && std::ferror(file)) throw system_error(name_);
    return {block_.get(), size};
  }

 private:
  static constexpr std::size_t block_bytes = 256 * 1024;

  struct Close {
    void operator()(std::FILE* file) const noexcept { std::fclose(file); }
  };

  std::string name_ = "standard input";
  /// Null for standard input.
  std::unique_ptr<std::FILE, Close> opened_;
  std::unique_ptr<char[]> block_ = std::make_unique_for_overwrite<char[]>(block_bytes);
};

/// The list in a file, by one of the functions of kliping/analysis/user_words.hpp.
template <typename Read>
std::optional<std::string> read_list(const std::string& file, Read&& read) {
  if (file.empty()) return std::nullopt;
  std::vector<Diagnostic> faults;
  std::string list = read(read_whole(file), file, faults);
  if (faults.empty()) return list;
  for (const Diagnostic& fault : faults) print_diagnostic(fault);
  throw Error(message("{}: {} of its lines cannot be used", file, faults.size()),
              message("mend them, or make them comments with #"));
}

}  // namespace

void print_diagnostic(const Diagnostic& diagnostic) {
  std::fputs(command::render(program_name, diagnostic).c_str(), stderr);
}

std::string database_path(const std::string& option) {
  if (!option.empty()) return option;
  return default_database_path(command::environment("KLIPING_DB"),
                               command::environment("XDG_DATA_HOME"), command::environment("HOME"));
}

std::filesystem::path existing_generation(const std::string& database) {
  open_for_reading({database}, AnalysisRule::any);
  return tables_in_use(database);
}

WriterClaim claim(const WriterOptions& options) {
  return {options.wait_for_lock, interrupt::exit_code, options.command_line};
}

void for_each_line(const std::string& file, char separator,
                   const std::function<void(std::string_view)>& visit) {
  InputFile input(file);
  // The beginning of a line whose end has not been read yet.
  std::string begun;
  for (auto block = input.next_block(); !block.empty(); block = input.next_block()) {
    for (auto end = block.find(separator); end != block.npos; end = block.find(separator)) {
      if (begun.empty()) {
        visit(block.substr(0, end));
      } else {
        visit(begun.append(block.substr(0, end)));
        begun.clear();
      }
      block.remove_prefix(end + 1);
    }
    begun.append(block);
  }
  if (!begun.empty()) visit(begun);
}

std::vector<std::string> read_names(const std::string& file, char separator) {
  std::vector<std::string> names;
  for_each_line(file, separator, [&](std::string_view name) {
    // Lists of lines come from Windows, too; by NUL a name may hold anything.
    if (separator == '\n' && name.ends_with('\r')) name.remove_suffix(1);
    if (name.find_first_not_of(' ') != name.npos) names.emplace_back(name);
  });
  return names;
}

std::string read_whole(const std::string& file) {
  InputFile input(file);
  std::string whole;
  for (auto block = input.next_block(); !block.empty(); block = input.next_block()) {
    whole.append(block);
  }
  return whole;
}

GivenLists read_lists(const ListFiles& files) {
  return {read_list(files.exceptions, read_exceptions), read_list(files.protect, read_protected)};
}

}  // namespace kliping::indexer
