// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <malloc.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <exception>
#include <string>
#include <variant>
#include <vector>

#include "command_support.hpp"
#include "commands.hpp"
#include "kliping/command.hpp"
#include "kliping/database.hpp"
#include "kliping/language.hpp"
#include "options.hpp"

namespace {

using namespace kliping::indexer;
using kliping::ExitCode;

ExitCode show(const ShowText& shown) {
  std::fputs(shown.text.c_str(), stdout);
  return ExitCode::success;
}

ExitCode run(const Options& options) {
  struct Run {
    ExitCode operator()(const ShowText& o) const { return show(o); }
    ExitCode operator()(const AddOptions& o) const { return run_add(o); }
    ExitCode operator()(const RemoveOptions& o) const { return run_remove(o); }
    ExitCode operator()(const MergeOptions& o) const { return run_merge(o); }
    ExitCode operator()(const CompactOptions& o) const { return run_compact(o); }
    ExitCode operator()(const CheckOptions& o) const { return run_check(o); }
    ExitCode operator()(const InfoOptions& o) const { return run_info(o); }
    ExitCode operator()(const DumpOptions& o) const { return run_dump(o); }
    ExitCode operator()(const StemOptions& o) const { return run_stem(o); }
    ExitCode operator()(const TokensOptions& o) const { return run_tokens(o); }
  };
  return std::visit(Run{}, options);
}

/// What is known where no exception is: errno is that of the thread that failed.
kliping::Message words_for_disk(int fault) {
  const bool is_of_disk =
      fault == EIO || fault == ENOSPC || fault == EDQUOT || fault == EFBIG || fault == EROFS;
  return is_of_disk ? kliping::message("the database could not be written: {}",
                                       kliping::system_message(fault))
                    : kliping::message("ended by a fault of its own");
}

/// Xapian 1.4.22 throws while it goes back after a commit that the disk failed, and so ends the
/// process. The index is as it was at its last commit: only the message would be missing.
[[noreturn]] void end_as_failed() {
  kliping::Message what = words_for_disk(errno);
  try {
    if (const auto fault = std::current_exception()) std::rethrow_exception(fault);
  } catch (const Xapian::Error& error) {
    what = kliping::translate(error, "the database").message();
  } catch (const std::exception& error) {
    what = kliping::Message::verbatim(error.what());
  }
  const kliping::Error told(what, kliping::message("the index is as it was at its last commit"));
  std::fputs(kliping::command::render(program_name, told).c_str(), stderr);
  _exit(static_cast<int>(ExitCode::failure));
}

/// From this size on memory goes back to the system as soon as it is freed, whichever thread had
/// it; by default the size rises to 32 MB as such memory is freed, and --memory would not hold.
constexpr int returned_at_once_bytes = 2 << 20;

}  // namespace

int main(int argc, char** argv) {
  mallopt(M_MMAP_THRESHOLD, returned_at_once_bytes);
  std::set_terminate(end_as_failed);
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  return kliping::command::run(program_name, [&] {
    kliping::language::choose(arguments);
    const int columns = kliping::command::terminal_width(STDOUT_FILENO);
    return run(parse_options(arguments, static_cast<std::size_t>(columns)));
  });
}
