// SPDX-License-Identifier: GPL-3.0-or-later
#include "member_name.hpp"

#include <algorithm>
#include <array>

#include "kliping/text/decode.hpp"
#include "text/ascii.hpp"

namespace kliping::indexer {

namespace {

constexpr std::size_t longest_name_bytes = 4096;
/// Archivers write either; no news site has a backslash in a file name.
constexpr std::string_view separators = "/\\";

bool is_absolute(std::string_view path) {
  const bool has_drive = path.size() > 1 && path[1] == ':' && ascii::is_letter(path[0]);
  return has_drive || separators.find(path.front()) != std::string_view::npos;
}

bool is_control(char c) {
  return (c >= 0 && c < ' ') || c == '\x7F';
}

template <typename Is>
bool has_part(std::string_view path, Is is) {
  while (true) {
    const std::size_t end = std::min(path.find_first_of(separators), path.size());
    if (is(path.substr(0, end))) return true;
    if (end == path.size()) return false;
    path.remove_prefix(end + 1);
  }
}

std::string tidy(std::string path) {
  while (path.starts_with("./")) {
    path.erase(0, 2);
    path.erase(0, std::min(path.find_first_not_of('/'), path.size()));
  }
  return path;
}

}  // namespace

bool is_hidden_name(std::string_view name) {
  constexpr std::array<std::string_view, 4> names{"__MACOSX", "Thumbs.db", "desktop.ini",
                                                  "Desktop.ini"};
  return name.starts_with('.') || std::find(names.begin(), names.end(), name) != names.end();
}

MemberName judge_member_name(std::string_view raw) {
  MemberName name;
  const auto refused = [&](std::string_view shown, Message reason) {
    name.verdict = MemberName::Verdict::refused;
    name.path = text::decode(shown);
    std::replace_if(name.path.begin(), name.path.end(), is_control, '?');
    name.reason = std::move(reason);
    return name;
  };
  if (raw.empty()) return refused("?", message("a member without a name"));
  if (raw.size() > longest_name_bytes) {
    constexpr std::size_t shown_bytes = 80;
    return refused(raw.substr(0, shown_bytes), message("a name of more than 4096 bytes"));
  }
  if (std::any_of(raw.begin(), raw.end(), is_control))
    return refused(raw, message("a name with control characters"));
  if (is_absolute(raw)) return refused(raw, message("an absolute name"));
  if (has_part(raw, [](std::string_view part) { return part == ".."; }))
    return refused(raw, message("a name that leads out of the archive"));
  name.path = tidy(text::decode(raw));
  const bool is_hidden = has_part(name.path, is_hidden_name);
  if (is_hidden || name.path.empty()) name.verdict = MemberName::Verdict::hidden;
  return name;
}

}  // namespace kliping::indexer
