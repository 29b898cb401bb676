// SPDX-License-Identifier: GPL-3.0-or-later
#include <unistd.h>

#include <cstdio>
#include <exception>
#include <string>
#include <variant>
#include <vector>

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

/// Xapian 1.4.22 throws out of a destructor where a full disk fails a commit in place. The index is
/// as it was at its last commit: only the message would be missing.
[[noreturn]] void end_as_failed() {
  kliping::Message what = kliping::message("ended by a fault of its own");
  try {
    if (const auto fault = std::current_exception()) std::rethrow_exception(fault);
  } catch (const Xapian::Error& error) {
    what = kliping::translate(error, "the database").message();
  } catch (const std::exception& error) {
    what = kliping::Message::verbatim(error.what());
  }
  std::fputs(kliping::command::render("kliping-index", kliping::Error(what)).c_str(), stderr);
  _exit(static_cast<int>(ExitCode::failure));
}

}  // namespace

int main(int argc, char** argv) {
  std::set_terminate(end_as_failed);
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  return kliping::command::run("kliping-index", [&] {
    kliping::language::choose(arguments);
    const int columns = kliping::command::terminal_width(STDOUT_FILENO);
    return run(parse_options(arguments, static_cast<std::size_t>(columns)));
  });
}
