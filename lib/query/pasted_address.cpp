// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/pasted_address.hpp"

#include <algorithm>
#include <array>

#include "query/signs.hpp"
#include "text/ascii.hpp"
#include "text/code_point.hpp"
#include "text/utf8.hpp"

namespace kliping {

namespace {

constexpr std::array<std::string_view, 10> before{"<", "(", "[", "\"", "'",
                                                  "“", "‘", "„", "«",  " "};
constexpr std::array<std::string_view, 16> behind{">", ")", "]", "\"", "'", "”", "’", "»",
                                                  ".", ",", ";", ":",  "!", "?", "…", " "};

/// Takes punctuation off both ends, but no closing bracket that is a part of the address.
std::string_view bare(std::string_view text) {
  // No closing sign is an opening bracket, so the last one stays until the beginning passes it.
  const std::size_t last_open = text.rfind('(');
  const char* const open = last_open == text.npos ? nullptr : text.data() + last_open;
  for (std::size_t size = 0; size != text.size();) {
    size = text.size();
    for (const std::string_view sign : before)
      if (text.starts_with(sign)) text.remove_prefix(sign.size());
    for (const std::string_view sign : behind) {
      const bool opened_inside = sign == ")" && open != nullptr && open >= text.data();
      if (text.ends_with(sign) && !opened_inside) text.remove_suffix(sign.size());
    }
  }
  return text;
}

bool has_space(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto c = utf8::decode(text, at);
    if (utf8::is_space(c.value)) return true;
    at += c.bytes;
  }
  return false;
}

/// `kompas.com/read/1`: a host in small letters, and a path of two names or more.
bool begins_host(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == text.npos || text.find('/', slash + 1) == text.npos) return false;
  const std::string_view host = text.substr(0, slash);
  const std::size_t dot = host.rfind('.');
  if (dot == host.npos || dot == 0 || host.size() - dot < 3) return false;
  return std::ranges::all_of(host.substr(dot + 1), ascii::is_lower) &&
         std::ranges::all_of(host, [](char c) {
           return ascii::is_lower(c) || ascii::is_digit(c) || c == '.' || c == '-';
         });
}

}  // namespace

std::string_view pasted_address(std::string_view query) {
  const std::string_view text = bare(query);
  const bool is_address = signs::begins_address(text) || begins_host(text);
  return is_address && !text.ends_with("://") && !has_space(text) ? text : std::string_view{};
}

}  // namespace kliping
