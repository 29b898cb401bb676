// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/stored_article.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "hash.hpp"
#include "packed_article.hpp"

namespace kliping {

namespace {

/// Tags of the record, fixed for good: a new field takes a new number.
enum class Tag : std::uint8_t {
  id = 1,
  title = 2,
  body = 3,
  date = 4,
  source = 5,
  section = 6,
  author = 7,
  url = 8,
  locator = 9,
  extra_name = 10,  ///< followed by its extra_value
  extra_value = 11,
};

class Writer {
 public:
  explicit Writer(std::size_t expected_bytes) { bytes_.reserve(expected_bytes); }

  void field(Tag tag, std::string_view value) {
    if (value.empty() && tag != Tag::extra_value) return;
    bytes_ += static_cast<char>(tag);
    length(value.size());
    bytes_ += value;
  }

  void all_but_locator(const Article& article);

  std::string take() && { return std::move(bytes_); }

 private:
  /// LEB128: seven bits a byte, low first, the high bit on all but the last.
  void length(std::size_t n) {
    while (n >= 0x80) {
      bytes_ += static_cast<char>((n & 0x7F) | 0x80);
      n >>= 7;
    }
    bytes_ += static_cast<char>(n);
  }

  std::string bytes_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  bool done() const { return bytes_.empty(); }

  std::pair<Tag, std::string_view> field() {
    const auto tag = static_cast<Tag>(byte());
    const std::size_t size = length();
    if (size > bytes_.size()) throw damaged_article();
    const std::string_view value = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return {tag, value};
  }

 private:
  std::uint8_t byte() {
    if (bytes_.empty()) throw damaged_article();
    const auto b = static_cast<std::uint8_t>(bytes_.front());
    bytes_.remove_prefix(1);
    return b;
  }

  std::size_t length() {
    std::size_t n = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      const std::uint8_t b = byte();
      n |= static_cast<std::size_t>(b & 0x7F) << shift;
      if (b < 0x80) return n;
    }
    throw damaged_article();
  }

  std::string_view bytes_;
};

/// Seconds (8 bytes), zone (2 bytes), precision (1 byte), little-endian.
std::string store_date(const Date& date) {
  std::string bytes;
  for (int i = 0; i < 8; ++i) {
    bytes += static_cast<char>(static_cast<std::uint64_t>(date.unix_seconds) >> (8 * i));
  }
  const auto offset = static_cast<std::uint16_t>(date.offset_minutes);
  bytes += static_cast<char>(offset & 0xFF);
  bytes += static_cast<char>(offset >> 8);
  bytes += static_cast<char>(date.precision);
  return bytes;
}

void Writer::all_but_locator(const Article& article) {
  field(Tag::id, article.id);
  field(Tag::title, article.title);
  if (article.date) field(Tag::date, store_date(*article.date));
  field(Tag::source, article.source);
  field(Tag::section, article.section);
  field(Tag::author, article.author);
  field(Tag::url, article.url);
  for (const auto& [name, value] : article.extra) {
    field(Tag::extra_name, name);
    field(Tag::extra_value, value);
  }
  field(Tag::body, article.body);
}

/// Near enough to need no second allocation.
std::size_t stored_bytes(const Article& article) {
  return article.body.size() + article.title.size() + article.url.size() + 256;
}

/// `berita.jsonl` of `berita.jsonl:42`.
std::string_view without_line(std::string_view locator) {
  const auto digits = locator.find_last_not_of("0123456789");
  if (digits == locator.npos || digits + 1 == locator.size() || locator[digits] != ':') {
    return locator;
  }
  return locator.substr(0, digits);
}

std::optional<Date> load_date(std::string_view bytes) {
  if (bytes.size() != 11) return std::nullopt;
  const auto at = [&](std::size_t i) { return static_cast<std::uint8_t>(bytes[i]); };
  std::uint64_t seconds = 0;
  for (int i = 7; i >= 0; --i) seconds = seconds << 8 | at(i);
  if (at(10) > static_cast<std::uint8_t>(Date::Precision::second)) return std::nullopt;
  return Date{static_cast<std::int64_t>(seconds), static_cast<std::int16_t>(at(8) | at(9) << 8),
              static_cast<Date::Precision>(at(10))};
}

/// Puts a field where it belongs; a tag that is not known is passed over.
void take(Article& article, Tag tag, std::string_view value) {
  switch (tag) {
    case Tag::id:
      article.id = value;
      break;
    case Tag::title:
      article.title = value;
      break;
    case Tag::body:
      article.body = value;
      break;
    case Tag::date:
      article.date = load_date(value);
      break;
    case Tag::source:
      article.source = value;
      break;
    case Tag::section:
      article.section = value;
      break;
    case Tag::author:
      article.author = value;
      break;
    case Tag::url:
      article.url = value;
      break;
    case Tag::locator:
      article.locator = value;
      break;
    case Tag::extra_name:
      article.extra.emplace_back(value, "");
      break;
    case Tag::extra_value:
      if (!article.extra.empty()) article.extra.back().second = value;
      break;
  }
}

}  // namespace

std::string store(const Article& article) {
  Writer writer(stored_bytes(article));
  writer.all_but_locator(article);
  writer.field(Tag::locator, article.locator);
  return std::move(writer).take();
}

Article load(std::string_view data) {
  const bool packed = is_packed(data);
  const std::string unpacked = packed ? unpack(data) : std::string{};
  if (packed) data = unpacked;
  Article article;
  for (Reader reader(data); !reader.done();) {
    const auto [tag, value] = reader.field();
    take(article, tag, value);
  }
  return article;
}

Fingerprint fingerprint(const Article& article) {
  return fingerprint(article, store(article));
}

Fingerprint fingerprint(const Article& article, std::string_view record) {
  // The last field of a record.
  Writer locator(article.locator.size());
  locator.field(Tag::locator, article.locator);
  const std::size_t locator_bytes = std::move(locator).take().size();
  const auto what = hash128(record.substr(0, record.size() - locator_bytes));
  const auto where = hash128(without_line(article.locator));
  Fingerprint both;
  std::copy_n(what.begin(), 8, both.begin());
  std::copy_n(where.begin(), 8, both.begin() + 8);
  return both;
}

}  // namespace kliping
