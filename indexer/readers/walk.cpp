// SPDX-License-Identifier: GPL-3.0-or-later
#include "walk.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <system_error>
#include <vector>

#include "../locator_set.hpp"
#include "globs.hpp"
#include "member_name.hpp"

namespace kliping::indexer {

namespace fs = std::filesystem;

namespace {

/// Deeper than any archive; a bind-mount loop ends here.
constexpr int max_directory_depth = 256;

Message not_regular(fs::file_type type) {
  switch (type) {
    case fs::file_type::fifo:
      return message("a pipe, not a regular file: skipped");
    case fs::file_type::socket:
      return message("a socket, not a regular file: skipped");
    case fs::file_type::block:
    case fs::file_type::character:
      return message("a device, not a regular file: skipped");
    default:
      return message("a special file, not a regular file: skipped");
  }
}

/// In a directory: globs of what is no article there or below, one a line; `#` begins a comment.
constexpr const char* ignore_file = ".klipingignore";
/// A longer list is not one that somebody wrote.
constexpr std::size_t max_ignore_globs = 1000;

std::vector<std::string> read_ignore_file(const std::string& path) {
  std::vector<std::string> globs;
  std::ifstream in(path);
  for (std::string line; globs.size() < max_ignore_globs && std::getline(in, line);) {
    if (line.ends_with('\r')) line.pop_back();
    if (line.ends_with('/')) line.pop_back();
    if (!line.empty() && line.front() != '#') globs.push_back(line);
  }
  return globs;
}

/// Below `.` nothing needs to be said before the name.
std::string join(const std::string& directory, const std::string& name) {
  if (directory == ".") return name;
  return directory.ends_with('/') ? directory + name : directory + '/' + name;
}

class DirectoryWalk {
 public:
  DirectoryWalk(const std::string& root, const ReadOptions& options, const WalkHandler& handler)
      : root_(root), options_(options), handler_(handler) {
    std::error_code ignored;
    real_root_ = fs::canonical(root_, ignored).string();
  }

  bool visit(const std::string& directory, const std::string& below, int depth) {
    if (depth > max_directory_depth) {
      fault(Diagnostic::Severity::error, directory, message("directories are nested too deeply"));
      return true;
    }
    std::vector<std::string> names;
    if (!list(directory, names)) return true;
    ignored_.push_back(
        {below.empty() ? 0 : below.size() + 1, read_ignore_file(join(directory, ignore_file))});
    const bool go_on = std::all_of(names.begin(), names.end(), [&](const std::string& name) {
      return visit_entry(directory, below, name, depth);
    });
    ignored_.pop_back();
    return go_on;
  }

 private:
  bool list(const std::string& directory, std::vector<std::string>& names) {
    std::error_code error;
    fs::directory_iterator entry(directory, error);
    for (const fs::directory_iterator end; !error && entry != end; entry.increment(error)) {
      std::string name = entry->path().filename().string();
      if (!is_hidden_name(name)) names.push_back(std::move(name));
    }
    if (error) fault(Diagnostic::Severity::error, directory, system_message(error));
    std::sort(names.begin(), names.end());
    return !error || !names.empty();
  }

  bool visit_entry(const std::string& directory, const std::string& below, const std::string& name,
                   int depth) {
    const std::string path = join(directory, name);
    const std::string path_below = below.empty() ? name : below + '/' + name;
    if (matches_any(options_.exclude, path_below) || is_ignored(path_below)) return true;
    std::error_code error;
    const fs::file_status status = fs::symlink_status(path, error);
    if (error) {
      fault(Diagnostic::Severity::error, path, system_message(error));
      return true;
    }
    if (fs::is_directory(status)) return visit(path, path_below, depth + 1);
    if (!is_included(options_, path_below)) return true;
    if (fs::is_symlink(status)) {
      judge_link(path);
      return true;
    }
    if (fs::is_regular_file(status)) return handler_.file(path);
    fault(Diagnostic::Severity::warning, path, not_regular(status.type()));
    return true;
  }

  bool is_ignored(const std::string& path_below) const {
    return std::any_of(ignored_.begin(), ignored_.end(), [&](const Ignored& ignored) {
      return matches_any(ignored.globs, path_below.substr(ignored.base));
    });
  }

  /// What a link inside the directory names is met by its own name.
  void judge_link(const std::string& path) {
    std::error_code error;
    const std::string target = fs::canonical(path, error).string();
    if (error)
      fault(Diagnostic::Severity::warning, path, message("a link to nothing: skipped"));
    else if (!target.starts_with(real_root_ + '/') && target != real_root_)
      fault(Diagnostic::Severity::warning, path,
            message("a link that leads out of the directory: skipped"));
  }

  void fault(Diagnostic::Severity severity, const std::string& path, Message message) {
    if (handler_.diagnostic) handler_.diagnostic({severity, path, 0, std::move(message), {}});
  }

  /// The globs of an ignore file, about paths below its directory.
  struct Ignored {
    std::size_t base = 0;  // bytes of the path that lead there
    std::vector<std::string> globs;
  };

  const std::string& root_;
  std::string real_root_;
  /// Of the directories being visited, outermost first.
  std::vector<Ignored> ignored_;
  const ReadOptions& options_;
  const WalkHandler& handler_;
};

}  // namespace

bool walk(const std::string& operand, const ReadOptions& options, const WalkHandler& handler) {
  if (operand == "-") return handler.file(operand);
  const std::string path = tidy_path(operand);
  std::error_code error;
  if (!fs::is_directory(path, error)) return handler.file(path);
  DirectoryWalk directory(path, options, handler);
  return directory.visit(path, {}, 0);
}

}  // namespace kliping::indexer
