// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/text/decode.hpp"

#include <simdjson.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <cstring>
#include <memory>

#include "kliping/error.hpp"
#include "text/utf8.hpp"
#include "text/windows1252.hpp"

namespace kliping::text {

namespace {

struct ByteOrderMark {
  std::string_view bytes;
  const char* encoding;
};

using namespace std::string_view_literals;

/// UTF-32 before UTF-16, whose mark it begins with.
constexpr ByteOrderMark byte_order_marks[] = {
    {"\xEF\xBB\xBF"sv, "UTF-8"}, {"\xFF\xFE\0\0"sv, "UTF-32LE"}, {"\0\0\xFE\xFF"sv, "UTF-32BE"},
    {"\xFF\xFE"sv, "UTF-16LE"},  {"\xFE\xFF"sv, "UTF-16BE"},
};

void replace_nul(std::string& text) {
  if (std::memchr(text.data(), '\0', text.size()) != nullptr) {
    std::replace(text.begin(), text.end(), '\0', ' ');
  }
}

/// Valid UTF-8 as it is, every other byte as Windows-1252.
std::string decode_mixture(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  std::size_t clean = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t begin = i;
    if (utf8::next(bytes, i) != utf8::not_a_character) continue;
    out.append(bytes, clean, begin - clean);
    clean = i;
    for (std::size_t k = begin; k < i; ++k) {
      utf8::append(out, from_windows1252(static_cast<unsigned char>(bytes[k])));
    }
  }
  return out.append(bytes, clean);
}

struct CloseConverter {
  void operator()(UConverter* converter) const noexcept { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_converter(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  // ICU takes an empty name, and options behind a comma, to mean something; we do not.
  Converter converter;
  if (!name.empty() && name.find(',') == std::string::npos) {
    converter.reset(ucnv_open(name.c_str(), &status));
  }
  if (converter == nullptr || U_FAILURE(status)) {
    throw Error(
        message("unknown encoding '{}'", name),
        message("use 'auto' or a name such as UTF-8, windows-1252, ISO-8859-1 or UTF-16LE"));
  }
  return converter;
}

/// ICU replaces what the encoding does not explain by U+FFFD.
std::string convert(std::string_view bytes, const std::string& name) {
  const Converter from = open_converter(name);
  const Converter to = open_converter("UTF-8");
  std::string out;
  char piece[16 * 1024];
  UChar pivot[4 * 1024];
  UChar* pivot_read = pivot;
  UChar* pivot_write = pivot;
  const char* source = bytes.data();
  const char* const source_end = source + bytes.size();
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  for (bool first = true; status == U_BUFFER_OVERFLOW_ERROR; first = false) {
    status = U_ZERO_ERROR;
    char* target = piece;
    ucnv_convertEx(to.get(), from.get(), &target, std::end(piece), &source, source_end, pivot,
                   &pivot_read, &pivot_write, std::end(pivot), first, true, &status);
    out.append(piece, target);
  }
  if (U_FAILURE(status)) throw Error(message("cannot decode text as '{}'", name));
  return out;
}

std::string decode_unknown(std::string_view bytes) {
  for (const ByteOrderMark& mark : byte_order_marks) {
    if (!bytes.starts_with(mark.bytes)) continue;
    bytes.remove_prefix(mark.bytes.size());
    if (mark.encoding != "UTF-8"sv) return convert(bytes, mark.encoding);
    break;
  }
  if (simdjson::validate_utf8(bytes)) return std::string{bytes};
  return decode_mixture(bytes);
}

}  // namespace

std::string decode(std::string_view bytes, std::string_view encoding) {
  std::string text =
      encoding == "auto" ? decode_unknown(bytes) : convert(bytes, std::string{encoding});
  replace_nul(text);
  return text;
}

}  // namespace kliping::text
