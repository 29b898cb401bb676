// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace kliping {

/// How far furniture reaches behind its label.
enum class Extent : std::uint8_t {
  label,     ///< no further
  headline,  ///< another article's headline: as far as it is certain
  video,     ///< a video's title, in quotes or behind a colon; without either it is not furniture
  sentence,  ///< to the full stop or the line feed
  bracket,   ///< to the bracket that closes it
  link,      ///< a Markdown link's target: to `)`, and the attributes behind it
  script,    ///< to `});`
};

enum class Case : std::uint8_t { exact, any };

struct FurniturePattern {
  /// A space matches one or several spaces, no-break ones too, and before `:` none.
  std::string_view label;
  Case letters;
  Extent extent;
  /// On whose pages it was seen; for readers of this table only.
  std::string_view outlet;
};

/// In the order in which they are tried, grouped by first character, which matches exactly.
inline constexpr FurniturePattern furniture_patterns[] = {
    {"(Foto:", Case::any, Extent::bracket, "detik, CNN Indonesia"},
    {"(ANTARA FOTO/", Case::any, Extent::bracket, "Antara"},
    {"(Dok.", Case::any, Extent::bracket, "detik, Kompas"},
    {"ADVERTISEMENT", Case::exact, Extent::label, "CNN Indonesia, detik"},
    {"Advertisement", Case::exact, Extent::label, "Liputan6"},
    {"Artikel ini telah tayang di", Case::any, Extent::sentence, "Tribun, Kompas"},
    {"Artikel ini sudah tayang di", Case::any, Extent::sentence, "Tribun, Kompas"},
    {"Anda harus install aplikasi", Case::any, Extent::sentence, "Kompas"},
    {"BACA SELENGKAPNYA DI SINI", Case::any, Extent::label, "Gelora"},
    {"BACA SELENGKAPNYA >>>", Case::any, Extent::label, "Gelora"},
    {"Baca juga :", Case::any, Extent::headline, "VOA, Kompas, Tribun, Gelora"},
    {"Baca Juga", Case::exact, Extent::label, "Liputan6"},
    {"Dapatkan update berita", Case::any, Extent::sentence, "Kompas"},
    {"Halaman Selanjutnya >>>", Case::any, Extent::label, "Gelora"},
    {"Lihat juga video", Case::any, Extent::video, "detik"},
    {"Lihat video", Case::any, Extent::video, "detik"},
    {"Lihat juga :", Case::any, Extent::headline, "CNN Indonesia"},
    {"Mari bergabung di", Case::any, Extent::sentence, "Kompas"},
    {"SCROLL TO CONTINUE WITH CONTENT", Case::exact, Extent::label, "CNN Indonesia, detik"},
    {"Saksikan juga video", Case::any, Extent::video, "detik"},
    {"Saksikan video", Case::any, Extent::video, "detik"},
    {"Simak juga video", Case::any, Extent::video, "detik"},
    {"Simak video", Case::any, Extent::video, "detik"},
    {"Simak juga :", Case::any, Extent::headline, "detik"},
    {"Tonton juga video", Case::any, Extent::video, "detik"},
    {"Tonton video", Case::any, Extent::video, "detik"},
    {"[Gambas:", Case::exact, Extent::bracket, "CNN Indonesia, detik"},
    {"\\[img.", Case::exact, Extent::bracket, "Kompas"},
    {"\\[video.", Case::exact, Extent::bracket, "Kompas"},
    {"\\[embed.", Case::exact, Extent::bracket, "Kompas"},
    {"](http", Case::exact, Extent::link, "Kompas, as Markdown"},
    {"]{target=", Case::exact, Extent::bracket, "Kompas, as Markdown"},
    {"googletag.cmd.push(", Case::exact, Extent::script, "Kompas"},
    {"{target=", Case::exact, Extent::bracket, "Kompas, as Markdown"},
};

/// Outlets in datelines that are no host name: `Jakarta, CNN Indonesia --`. Those that are
/// (`JAKARTA, KOMPAS.com -`) need no list.
inline constexpr std::string_view dateline_names[] = {"CNN Indonesia", "CNBC Indonesia", "ANTARA",
                                                      "IDN Times", "VIVA"};
/// Ends of host names, longest first.
inline constexpr std::string_view dateline_domains[] = {".co.id", ".com", ".net", ".id", ".co"};

}  // namespace kliping
