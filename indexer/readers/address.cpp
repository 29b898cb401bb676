// SPDX-License-Identifier: GPL-3.0-or-later
#include "address.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "text/ascii.hpp"

namespace kliping::indexer {

namespace {

using ascii::lower;

/// Second labels under which names are given out: `republika.co.id`, `bbc.co.uk`.
constexpr std::array<std::string_view, 12> registry_labels{
    "co", "com", "net", "org", "or", "go", "ac", "web", "sch", "my", "desa", "gov"};

/// Under these everybody has a name of his own: `kabardesa.blogspot.com`.
constexpr std::array<std::string_view, 8> host_labels{
    "blogspot", "wordpress", "medium", "substack", "tumblr", "weebly", "wixsite", "github"};

/// What Indonesian news sites call their sections in addresses.
constexpr std::string_view sections =
    " nasional internasional ekonomi bisnis finance keuangan investasi industri market properti "
    "olahraga sport sports bola sepakbola teknologi tekno inet sains edukasi pendidikan otomotif "
    "oto hiburan celebrity selebritis showbiz hot entertainment musik film lifestyle gaya-hidup "
    "gaya kesehatan health megapolitan metro metropolitan regional daerah nusantara travel wisata "
    "food kuliner politik hukum humaniora dunia global opini kolom khazanah islam ramadan pemilu "
    "cekfakta cek-fakta foto humor iptek budaya ";

bool is_section(std::string_view word) {
  return word.size() > 2 && sections.find(" " + std::string{word} + " ") != std::string_view::npos;
}

std::vector<std::string_view> labels_of(std::string_view host) {
  std::vector<std::string_view> labels;
  while (!host.empty()) {
    const std::size_t dot = std::min(host.find('.'), host.size());
    labels.push_back(host.substr(0, dot));
    host.remove_prefix(std::min(dot + 1, host.size()));
  }
  return labels;
}

std::size_t outlet_label(const std::vector<std::string_view>& labels) {
  if (labels.size() < 2) return 0;
  const std::size_t second_last = labels.size() - 2;
  const bool is_registry = labels.size() > 2 && labels.back().size() == 2 &&
                           std::find(registry_labels.begin(), registry_labels.end(),
                                     labels[second_last]) != registry_labels.end();
  const std::size_t outlet = is_registry ? second_last - 1 : second_last;
  const bool is_hosted =
      outlet > 0 && labels[outlet - 1] != "www" &&
      std::find(host_labels.begin(), host_labels.end(), labels[outlet]) != host_labels.end();
  return is_hosted ? outlet - 1 : outlet;
}

}  // namespace

std::string host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos || scheme > 8) return {};
  std::string_view host = url.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#"));
  if (const std::size_t user = host.rfind('@'); user != std::string_view::npos)
    host.remove_prefix(user + 1);
  host = host.substr(0, host.find(':'));
  std::string result(host);
  std::transform(result.begin(), result.end(), result.begin(), lower);
  return is_host(result) ? result : std::string{};
}

std::string outlet_of_host(std::string_view host) {
  const auto labels = labels_of(host);
  if (labels.empty()) return {};
  std::string outlet(labels[outlet_label(labels)]);
  std::transform(outlet.begin(), outlet.end(), outlet.begin(), lower);
  return outlet;
}

bool is_host(std::string_view text) {
  const auto belongs = [](char c) {
    c = lower(c);
    return ascii::is_lower(c) || ascii::is_digit(c) || c == '-' || c == '.';
  };
  const std::size_t dot = text.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || text.size() - dot < 3) return false;
  if (text.find("..") != std::string_view::npos) return false;
  const bool named = std::all_of(text.begin() + static_cast<std::ptrdiff_t>(dot) + 1, text.end(),
                                 ascii::is_letter);
  return named && std::all_of(text.begin(), text.end(), belongs);
}

std::string section_of_url(std::string_view url) {
  const std::string host = host_of(url);
  if (host.empty()) return {};
  const auto labels = labels_of(host);
  const std::size_t outlet = outlet_label(labels);
  for (std::size_t i = outlet; i-- > 0;)
    if (is_section(labels[i])) return std::string{labels[i]};
  std::string_view path = url.substr(url.find("://") + 3);
  path.remove_prefix(std::min(path.find('/'), path.size() - 1) + 1);
  std::string folder(path.substr(0, path.find('/')));
  if (folder.size() == path.size()) return {};
  std::transform(folder.begin(), folder.end(), folder.begin(), lower);
  return is_section(folder) ? folder : std::string{};
}

}  // namespace kliping::indexer
