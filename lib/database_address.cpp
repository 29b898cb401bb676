// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <sys/stat.h>

#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>

#include "kliping/database.hpp"

namespace kliping {

namespace {

namespace fs = std::filesystem;

/// Stub files may list stub files, not each other.
constexpr int max_stub_depth = 8;
/// No list of databases is longer.
constexpr std::uintmax_t max_stub_bytes = 64 * 1024;

std::optional<unsigned> port_number(std::string_view digits) {
  unsigned port = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stop, fault] = std::from_chars(digits.data(), end, port);
  if (fault != std::errc{} || stop != end || port == 0 || port > 65535) return {};
  return port;
}

/// `localhost:9000`.
std::optional<DatabaseAddress> as_server(const std::string& name) {
  const auto colon = name.rfind(':');
  if (colon == std::string::npos || colon == 0 || name.find('/') != std::string::npos) return {};
  const auto port = port_number(std::string_view{name}.substr(colon + 1));
  if (!port) return {};
  return DatabaseAddress{name, DatabaseAddress::Kind::server, name.substr(0, colon), *port, {}};
}

/// `ssh://[USER@]HOST[:PORT]/PATH`: Xapian speaks to the far program through ssh's two pipes.
std::optional<DatabaseAddress> as_ssh(const std::string& name) {
  constexpr std::string_view scheme = "ssh://";
  if (!name.starts_with(scheme)) return {};
  const auto slash = name.find('/', scheme.size());
  std::string host = name.substr(scheme.size(), slash - scheme.size());
  const auto colon = host.rfind(':');
  const auto port =
      colon == std::string::npos ? 22U : port_number(std::string_view{host}.substr(colon + 1));
  host = host.substr(0, colon);
  const bool is_word = host.find_first_of(" \t'\"\\") == std::string::npos;
  if (slash == std::string::npos || host.empty() || host.front() == '-' || !is_word || !port) {
    throw Error(message("{}: not an address of the form ssh://HOST/PATH", name));
  }
  // The far shell sees one quoted word, whatever the path holds.
  std::string quoted = "'";
  for (const char c : name.substr(slash))
    quoted += c == '\'' ? std::string{"'\\''"} : std::string{c};
  // Nobody is there to type a password while two programs talk.
  return DatabaseAddress{
      name, DatabaseAddress::Kind::program, "ssh", 0,
      fmt::format("-oBatchMode=yes -p{} {} xapian-progsrv {}'", *port, host, quoted)};
}

/// What a stub says: the text of a file that lists databases, of a folder's `XAPIANDB` where it
/// lists more than the one generation in that folder. Empty for a database proper.
std::string stub_text(const fs::path& path) {
  std::error_code unseen;
  const bool folder = fs::is_directory(path, unseen);
  const fs::path file = folder ? path / "XAPIANDB" : path;
  if (!fs::is_regular_file(file, unseen) || fs::file_size(file, unseen) > max_stub_bytes) return {};
  std::ifstream in(file);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  // A database in a single file begins with its magic.
  if (text.find('\0') != std::string::npos || text.starts_with("\x0f\x0dXapian")) return {};
  const bool one_line = text.find('\n') == std::string::npos || text.find('\n') + 1 == text.size();
  return folder && one_line && text.starts_with("auto ") ? std::string{} : text;
}

/// `HOST:PORT`, or `:PROGRAM ARGUMENTS`.
std::optional<DatabaseAddress> as_remote_line(const std::string& rest) {
  if (!rest.starts_with(':')) return as_server(rest);
  const auto blank = rest.find(' ');
  if (blank == std::string::npos || blank < 2) return {};
  return DatabaseAddress{rest.substr(1), DatabaseAddress::Kind::program, rest.substr(1, blank - 1),
                         0, rest.substr(blank + 1)};
}

void resolve_into(const std::string& name, int depth, std::vector<DatabaseAddress>& out);

void resolve_stub(const std::string& name, const std::string& text, int depth,
                  std::vector<DatabaseAddress>& out) {
  if (depth >= max_stub_depth) {
    throw Error(message("{}: stub files list one another without end", name));
  }
  std::error_code unseen;
  const fs::path folder =
      fs::is_directory(name, unseen) ? fs::path(name) : fs::path(name).parent_path();
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string line = text.substr(begin, end - begin);
    begin = end + 1;
    ++number;
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty() || line.front() == '#') continue;
    const auto blank = std::min(line.find(' '), line.size());
    const std::string type = line.substr(0, blank);
    const std::string rest = line.substr(std::min(blank + 1, line.size()));
    const bool path = type == "auto" || type == "glass";
    const auto remote = type == "remote" ? as_remote_line(rest) : std::nullopt;
    if (rest.empty() || (!path && !remote)) {
      if (number == 1)
        throw Error(message("{}: not a database", name),
                    message("give -d the folder that kliping-index add wrote"));
      throw Error(message("{}:{}: not a line of a list of databases", name, number),
                  message("lines are: auto PATH, remote HOST:PORT"));
    }
    if (remote) out.push_back(*remote);
    if (path) resolve_into((folder / rest).string(), depth + 1, out);
  }
}

void resolve_into(const std::string& name, int depth, std::vector<DatabaseAddress>& out) {
  if (const auto ssh = as_ssh(name)) return out.push_back(*ssh);
  std::error_code unseen;
  // A path that happens to hold a colon is a path where it exists.
  if (!fs::exists(name, unseen)) {
    if (const auto server = as_server(name)) return out.push_back(*server);
  }
  const std::string stub = stub_text(name);
  if (!stub.empty()) return resolve_stub(name, stub, depth, out);
  out.push_back({name, DatabaseAddress::Kind::local, name, 0, {}});
}

}  // namespace

std::vector<DatabaseAddress> resolve_database(const std::string& name) {
  std::vector<DatabaseAddress> addresses;
  resolve_into(name, 0, addresses);
  return addresses;
}

}  // namespace kliping
