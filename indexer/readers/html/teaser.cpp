// SPDX-License-Identifier: GPL-3.0-or-later
#include "teaser.hpp"

#include <algorithm>
#include <array>

#include "text/ascii.hpp"

namespace kliping::indexer::html {

namespace {

using ascii::lower;
using ascii::starts_with_folded;

/// Lines that are furniture by themselves, reduced to their letters.
constexpr std::array<std::string_view, 15> labels{"halamanselanjutnya",
                                                  "halamanberikutnya",
                                                  "nomediasourcecurrentlyavailable",
                                                  "advertisement",
                                                  "iklan",
                                                  "scrolltocontinuewithcontent",
                                                  "scrolluntukmelanjutkan",
                                                  "beritaterkait",
                                                  "artikelterkait",
                                                  "scrolluntukmelanjutkanmembaca",
                                                  "janganlewatkan",
                                                  "bacaberitalain",
                                                  "beritalainnya",
                                                  "bacaselengkapnya",
                                                  "continuereading"};

/// How a line begins that names another article or a video.
constexpr std::array<std::string_view, 27> openings{
    "baca juga berita",    "baca juga",        "baca berita lainnya",
    "baca pula",           "lihat juga",       "lihat juga video",
    "lihat juga foto",     "lihat pula",       "lihat video",
    "simak juga",          "simak juga video", "simak video",
    "simak pula",          "simak berita",     "tonton juga",
    "tonton juga video",   "tonton video",     "saksikan juga",
    "saksikan juga video", "saksikan video",   "pilihan editor",
    "pilihan redaksi",     "berita terkait",   "artikel terkait",
    "video terkait",       "jangan lewatkan",  "saksikan video pilihan di bawah ini"};

/// A line with such an opening and the headline behind it is not longer.
constexpr std::size_t longest_teaser = 300;

std::string letters_of(std::string_view text) {
  std::string letters;
  for (const char c : text)
    if (ascii::is_letter(c) || static_cast<unsigned char>(c) >= 0x80) letters.push_back(lower(c));
  return letters;
}

bool is_label(std::string_view text) {
  constexpr std::size_t longest_label = 40;
  return text.size() <= longest_label &&
         std::find(labels.begin(), labels.end(), letters_of(text)) != labels.end();
}

/// Whether what follows the opening shows that it is one: a colon, nothing, or only links. A
/// sentence of the article goes on otherwise.
bool leads_away(const Block& block, std::string_view opening) {
  const std::string_view rest = std::string_view{block.text}.substr(opening.size());
  const std::size_t next = rest.find_first_not_of(' ');
  if (next == rest.npos) return true;
  if (rest[next] == ':' || rest.ends_with(':'))
    return block.link_bytes > 0 || !block.text.ends_with('.');
  return next > 0 && block.link_bytes + 2 >= rest.size() - next;
}

/// `Ikuti berita kami di Google News`: what a reader is asked to do, what he gets, and where.
constexpr std::array<std::string_view, 12> requests{"dapatkan", "ikuti",  "cek ",  "simak",
                                                    "baca",     "gabung", "mari ", "bergabung",
                                                    "yuk",      "ayo",    "unduh", "download"};
constexpr std::array<std::string_view, 5> offers{"berita", "artikel", "update", "news",
                                                 "informasi"};
constexpr std::array<std::string_view, 8> channels{
    "google news",      "telegram",      "whatsapp channel", "saluran whatsapp",
    "channel whatsapp", "grup whatsapp", "kanal whatsapp",   "breaking news setiap hari"};

bool is_invitation(std::string_view text) {
  constexpr std::size_t longest_invitation = 400;
  if (text.size() > longest_invitation) return false;
  std::string folded(text);
  std::transform(folded.begin(), folded.end(), folded.begin(), lower);
  const auto holds = [&](std::string_view word) { return folded.find(word) != folded.npos; };
  const auto begins = [&](std::string_view word) { return folded.starts_with(word); };
  return std::any_of(requests.begin(), requests.end(), begins) &&
         std::any_of(offers.begin(), offers.end(), holds) &&
         std::any_of(channels.begin(), channels.end(), holds);
}

/// `[gallery ids="1,2"]`: what WordPress builds pictures of.
bool is_shortcode(std::string_view text) {
  constexpr std::array<std::string_view, 7> names{"[gallery", "[caption",  "[embed",  "[video",
                                                  "[audio",   "[playlist", "[gambas:"};
  return text.ends_with(']') && std::any_of(names.begin(), names.end(), [&](std::string_view name) {
           return starts_with_folded(text, name);
         });
}

}  // namespace

bool is_teaser(const Block& block) {
  const std::string_view text = block.text;
  if (is_invitation(text)) return true;
  if (text.size() > longest_teaser) return false;
  if (is_label(text) || is_shortcode(text)) return true;
  return std::any_of(openings.begin(), openings.end(), [&](std::string_view opening) {
    return starts_with_folded(text, opening) && leads_away(block, opening);
  });
}

}  // namespace kliping::indexer::html
