// SPDX-License-Identifier: GPL-3.0-or-later
#include "packing.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "text/ascii.hpp"

namespace kliping::indexer {

namespace {

using ascii::lower;

struct Magic {
  Packing packing;
  std::string_view bytes;
};

constexpr std::array<Magic, 15> magics{{
    {Packing::gzip, "\x1F\x8B"},
    {Packing::bzip2, "BZh"},
    {Packing::xz,
     "\xFD"
     "7zXZ"},
    {Packing::lzip, "LZIP"},
    {Packing::zstd, "\x28\xB5\x2F\xFD"},
    {Packing::lz4, "\x04\x22\x4D\x18"},
    {Packing::compress, "\x1F\x9D"},
    {Packing::zip, "PK\x03\x04"},
    {Packing::zip, "PK\x05\x06"},
    {Packing::seven_zip, "7z\xBC\xAF\x27\x1C"},
    {Packing::cpio, "070701"},
    {Packing::cpio, "070702"},
    {Packing::cpio, "070707"},
    {Packing::cpio, "\xC7\x71"},
    {Packing::cpio, "\x71\xC7"},
}};

struct Compression {
  std::string_view suffix;
  /// `.tgz` is a tar and its compression in one.
  bool holds_tar = false;
};

constexpr std::array<Compression, 15> compressions{{
    {".tgz", true},
    {".tbz", true},
    {".tbz2", true},
    {".txz", true},
    {".tzst", true},
    {".taz", true},
    {".gz"},
    {".bz2"},
    {".xz"},
    {".lzma"},
    {".lz"},
    {".zst"},
    {".zstd"},
    {".lz4"},
    {".Z"},
}};

constexpr std::array<std::string_view, 4> containers{".tar", ".zip", ".7z", ".cpio"};

bool ends_folded(std::string_view name, std::string_view suffix) {
  return name.size() > suffix.size() &&
         std::equal(suffix.rbegin(), suffix.rend(), name.rbegin(),
                    [](char a, char b) { return lower(a) == lower(b); });
}

/// The sum over a tar's first block, its own field as blanks, as every tar since 1979 writes it.
bool has_tar_checksum(std::string_view head) {
  constexpr std::size_t field = 148;
  constexpr std::size_t field_bytes = 8;
  if (head.size() < packing_bytes) return false;
  long sum = 0;
  for (std::size_t i = 0; i < packing_bytes; ++i)
    sum += i >= field && i < field + field_bytes ? ' ' : static_cast<unsigned char>(head[i]);
  std::string_view text = head.substr(field, field_bytes);
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  long stored = -1;
  std::from_chars(text.data(), text.data() + text.size(), stored, 8);
  return sum == stored;
}

}  // namespace

Packing packing_of(std::string_view head, std::string_view name) {
  for (const Magic& magic : magics)
    if (head.starts_with(magic.bytes)) return magic.packing;
  if (has_tar_checksum(head)) return Packing::tar;
  constexpr std::string_view lzma_properties("\x5D\x00\x00", 3);
  if (head.starts_with(lzma_properties) && ends_folded(name, ".lzma")) return Packing::lzma;
  const bool is_zeros =
      head.size() == packing_bytes && head.find_first_not_of('\0') == std::string_view::npos;
  // A tar of nothing.
  return is_zeros && ends_folded(name, ".tar") ? Packing::tar : Packing::none;
}

bool is_container(Packing packing) {
  return packing == Packing::tar || packing == Packing::cpio || packing == Packing::zip ||
         packing == Packing::seven_zip;
}

std::string_view unpacked_name(std::string_view name) {
  for (const Compression& compression : compressions)
    if (ends_folded(name, compression.suffix))
      return name.substr(0, name.size() - compression.suffix.size());
  return name;
}

bool names_container(std::string_view name) {
  for (const Compression& compression : compressions)
    if (compression.holds_tar && ends_folded(name, compression.suffix)) return true;
  name = unpacked_name(name);
  return std::any_of(containers.begin(), containers.end(),
                     [&](std::string_view suffix) { return ends_folded(name, suffix); });
}

}  // namespace kliping::indexer
