// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "hash.hpp"
#include "kliping/schema.hpp"
#include "text/ascii.hpp"

namespace kliping::schema {

namespace {

/// Beginnings of what sites hang on an address to tell where a reader came from, or how the article
/// is to be laid out: it is the same article without.
constexpr std::array<std::string_view, 9> passing_parameters{
    "utm_", "fbclid=", "gclid=", "igsh=", "igshid=", "_ga=", "page=all", "single=1", "tag_from="};

bool is_passing(std::string_view parameter) {
  return std::ranges::any_of(passing_parameters, [&](std::string_view beginning) {
    return parameter.starts_with(beginning);
  });
}

std::string lasting_parameters(std::string_view parameters) {
  std::string kept;
  while (!parameters.empty()) {
    const std::size_t end = std::min(parameters.find('&'), parameters.size());
    const std::string_view parameter = parameters.substr(0, end);
    if (!parameter.empty() && !is_passing(parameter)) kept.append(1, '&').append(parameter);
    parameters.remove_prefix(std::min(end + 1, parameters.size()));
  }
  return kept;
}

}  // namespace

std::string address_term(std::string_view url) {
  if (const std::size_t scheme = url.find("://"); scheme != url.npos) url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find('#'));
  const std::size_t question = std::min(url.find('?'), url.size());
  const std::string parameters = lasting_parameters(url.substr(std::min(question + 1, url.size())));
  std::string_view page = url.substr(0, question);
  if (page.starts_with("www.")) page.remove_prefix(4);
  while (page.ends_with('/')) page.remove_suffix(1);
  const std::size_t path = std::min(page.find('/'), page.size());
  if (path == page.size() && parameters.empty()) return {};
  std::string address{page};
  // ASCII alone: a host's other letters are written in it.
  std::transform(address.begin(), address.begin() + static_cast<std::ptrdiff_t>(path),
                 address.begin(), ascii::lower);
  return fmt::format("{}{:016x}", prefix::address, hash64(address + parameters));
}

}  // namespace kliping::schema
