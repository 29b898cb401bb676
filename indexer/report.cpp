// SPDX-License-Identifier: GPL-3.0-or-later
#include "report.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <nlohmann/json.hpp>

#include "file_system.hpp"

namespace kliping::indexer {

std::string_view name_of(Outcome::Kind kind) noexcept {
  switch (kind) {
    case Outcome::Kind::added:
      return "added";
    case Outcome::Kind::updated:
      return "updated";
    case Outcome::Kind::unchanged:
      return "unchanged";
    case Outcome::Kind::removed:
      return "removed";
    case Outcome::Kind::skipped:
      break;
  }
  return "skipped";
}

std::string render(const Outcome& outcome) {
  nlohmann::ordered_json record{{"outcome", name_of(outcome.kind)}};
  if (outcome.kind != Outcome::Kind::skipped) record["id"] = outcome.id;
  record["locator"] = outcome.locator;
  if (outcome.line > 0) record["line"] = outcome.line;
  if (outcome.kind == Outcome::Kind::skipped) record["reason"] = outcome.reason;
  return record.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
}

Report::Report(const std::filesystem::path& file, const std::filesystem::path& spool_folder)
    : path_(file), report_(std::fopen(file.c_str(), "we")) {
  if (!report_) throw system_error(path_);
  spool_ = open_spool(spool_folder);
}

Report::File Report::open_spool(const std::filesystem::path& folder) {
  const std::filesystem::path path = folder / "report";
  const int descriptor = open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (descriptor < 0) throw system_error(path);
  unlink(path.c_str());
  return File(fdopen(descriptor, "w+"));
}

void Report::add(const Outcome& outcome) {
  const std::string record = render(outcome);
  if (std::fwrite(record.data(), 1, record.size(), spool_.get()) != record.size()) {
    throw system_error(path_);
  }
}

void Report::publish() {
  std::rewind(spool_.get());
  std::array<char, 64 * 1024> block;
  while (const std::size_t size = std::fread(block.data(), 1, block.size(), spool_.get())) {
    if (std::fwrite(block.data(), 1, size, report_.get()) != size) throw system_error(path_);
  }
  if (std::fflush(report_.get()) != 0) throw system_error(path_);
  report_.reset();
}

}  // namespace kliping::indexer
