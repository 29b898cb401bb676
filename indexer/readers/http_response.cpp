// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_response.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <new>

#include "text/ascii.hpp"

namespace kliping::indexer {

namespace {

using ascii::lower;
using ascii::trimmed;

bool same_folded(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view take_line(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// `utf-8` of `text/html; charset="utf-8"`.
std::string charset_of(std::string_view content_type) {
  const std::string folded = ascii::lowered(content_type);
  const std::size_t at = folded.find("charset=");
  if (at == std::string::npos) return {};
  std::string_view value = std::string_view{folded}.substr(at + 8);
  value = trimmed(value.substr(0, value.find(';')));
  if (value.starts_with('"') || value.starts_with('\'')) value.remove_prefix(1);
  return std::string{value.substr(0, value.find_first_of("\"'"))};
}

/// The chunks of a body; nothing where it has none.
std::optional<std::string> joined_chunks(std::string_view body) {
  std::string joined;
  while (!body.empty()) {
    const std::string_view line = take_line(body);
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
    const bool is_size =
        error == std::errc{} && (end == line.data() + line.size() || *end == ';' || *end == ' ');
    if (!is_size) return std::nullopt;
    if (size == 0) return joined;
    // A crawl that was cut short keeps what there is.
    joined += body.substr(0, size);
    body.remove_prefix(std::min(size, body.size()));
    take_line(body);
  }
  return joined;
}

enum class Wrapping { zlib_or_gzip, raw };

/// Nothing where the bytes are not packed so; what there is where they are cut short.
std::optional<std::string> inflated(std::string_view packed, Wrapping wrapping,
                                    std::size_t max_bytes) {
  constexpr int any_header = 32;
  z_stream stream{};
  if (inflateInit2(&stream, wrapping == Wrapping::raw ? -MAX_WBITS : any_header + MAX_WBITS) !=
      Z_OK)
    throw std::bad_alloc();
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(std::min<std::size_t>(packed.size(), UINT32_MAX));
  std::string all;
  std::array<char, 1 << 16> block;
  int result = Z_OK;
  while (result == Z_OK && all.size() <= max_bytes) {
    stream.next_out = reinterpret_cast<Bytef*>(block.data());
    stream.avail_out = block.size();
    result = inflate(&stream, Z_NO_FLUSH);
    all.append(block.data(), block.size() - stream.avail_out);
  }
  inflateEnd(&stream);
  if (result == Z_DATA_ERROR || result == Z_NEED_DICT) return std::nullopt;
  return all;
}

}  // namespace

std::string HeaderFields::operator[](std::string_view name) const {
  std::string_view rest = block_;
  for (std::string_view line = take_line(rest); !line.empty(); line = take_line(rest)) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || !same_folded(trimmed(line.substr(0, colon)), name))
      continue;
    std::string value{trimmed(line.substr(colon + 1))};
    while (rest.starts_with(' ') || rest.starts_with('\t'))
      value.append(" ").append(trimmed(take_line(rest)));
    return value;
  }
  return {};
}

std::optional<std::size_t> end_of_headers(std::string_view bytes) {
  std::string_view rest = bytes;
  while (!rest.empty())
    if (const std::string_view line = take_line(rest); line.empty())
      return bytes.size() - rest.size();
  return std::nullopt;
}

std::optional<HttpHead> read_http_head(std::string_view response) {
  if (!response.starts_with("HTTP/")) return std::nullopt;
  const auto end = end_of_headers(response);
  if (!end) return std::nullopt;
  std::string_view rest = response.substr(0, *end);
  const std::string_view line = take_line(rest);
  HttpHead head;
  head.bytes = *end;
  const std::string_view status = trimmed(line.substr(std::min(line.find(' '), line.size())));
  std::from_chars(status.data(), status.data() + status.size(), head.status);
  const HeaderFields fields(rest);
  const std::string type = fields["Content-Type"];
  head.media_type = ascii::lowered(trimmed(std::string_view{type}.substr(0, type.find(';'))));
  head.charset = charset_of(type);
  head.transfer_encoding = ascii::lowered(fields["Transfer-Encoding"]);
  head.content_encoding = ascii::lowered(fields["Content-Encoding"]);
  return head;
}

std::variant<HttpBody, HttpFault> http_body(const HttpHead& head, std::string_view response,
                                            std::size_t max_bytes) {
  HttpBody body{std::string{response.substr(head.bytes)}};
  if (head.transfer_encoding.find("chunked") != std::string::npos)
    if (auto joined = joined_chunks(body.bytes)) body.bytes = std::move(*joined);
  const std::string& packing = head.content_encoding;
  if (packing.empty() || packing == "identity") return body;
  if (packing != "gzip" && packing != "x-gzip" && packing != "deflate")
    return HttpFault{message("the body is packed by '{}', which is not read", packing)};
  auto unpacked = inflated(body.bytes, Wrapping::zlib_or_gzip, max_bytes);
  // Some servers send deflate without zlib's header.
  if (!unpacked && packing == "deflate") unpacked = inflated(body.bytes, Wrapping::raw, max_bytes);
  if (!unpacked) return body;
  if (unpacked->size() > max_bytes)
    return HttpFault{message("the body unpacks to too much: refused")};
  body.bytes = std::move(*unpacked);
  return body;
}

}  // namespace kliping::indexer
