// SPDX-License-Identifier: GPL-3.0-or-later
#include "field_names.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "text/ascii.hpp"

namespace kliping::indexer {

namespace {

using schema::Field;

struct FieldNames {
  Field field;
  /// In order of trust, separated by spaces, in lower-case letters and digits alone.
  std::string_view names;
  /// Words that say the same as the last of a longer name.
  std::string_view last_words;
};

constexpr std::array<FieldNames, 8> table{{
    {Field::id,
     "id artikelid articleid beritaid idberita idartikel newsid docid documentid docno guid", ""},
    {Field::title,
     "title judul headline judulberita judulartikel newstitle articletitle titel "
     "tajuk ogtitle heading namaberita",
     "title judul headline"},
    {Field::body,
     "body isi content konten isiberita kontenberita isiartikel bodytext articlebody fulltext "
     "fullcontent contenttext articlecontent newscontent artikel article berita text teks main "
     "paragraf "
     "paragraphs paragraph naskah narasi cleanedtext cleantext isitext contents story "
     "contenthtml bodyhtml htmlcontent htmlbody maintext plaintext cleanarticle tweet cuitan",
     "body isi content konten text teks"},
    {Field::date,
     "date tanggal datepublished publishdate publisheddate publishedat published tanggalpublikasi "
     "tglpublikasi tanggalterbit tglterbit terbit pubdate publicationdate publikasi tgl datetime "
     "datepublish publishtime publishedtime publishedon posteddate tanggaltayang "
     "tgltayang "
     "waktutayang waktupublikasi waktuterbit timestamp waktu time createdat created datecreated "
     "tanggalberita newsdate seendate",
     "date tanggal tgl datetime"},
    {Field::source,
     "source sumber media outlet publisher portal sitename ogsitename situs site website domain "
     "namamedia newssource penerbit channelname koran",
     "source sumber media"},
    {Field::section,
     "section rubrik kategori category kanal channel articlesection categories subkategori "
     "subcategory topik topic label desk",
     "category kategori section rubrik kanal"},
    {Field::author,
     "author penulis reporter wartawan authors oleh by penulisberita penulisartikel byline creator "
     "writer jurnalis journalist dcauthor "
     "editor",
     "author penulis reporter"},
    {Field::url,
     "url link tautan urlberita linkberita articleurl newsurl canonicalurl permalink href uri "
     "canonical address alamat webaddress pageurl sourceurl warctargeturi",
     "url link tautan"},
}};

/// What stands for an article where no name of a body does: its lead.
constexpr std::string_view leads =
    "deskripsi description ringkasan summary abstrak abstract excerpt kutipan lead teras";

/// Words beside a field's that make a name mean something else: `image_url`, `scraped_date`,
/// `content_length`.
constexpr std::string_view misleading =
    " warc social image img images photo foto gambar picture thumbnail thumb video icon logo "
    "avatar "
    "archive "
    "arsip scraped scrape crawl crawled updated update modified accessed access download deleted "
    "comment komentar author penulis media meta short sub related length len panjang jumlah count ";
constexpr std::string_view measuring =
    " length len panjang count jumlah words kata id hash sha md5 size ukuran url link image gambar "
    "img "
    "download modify modified update updated scraped crawled accessed score sentiment sentimen "
    "type "
    "tipe slug page rss lang language bahasa no nomor status tokens vector embedding ";

/// A letter in lower case or a digit; 0 for what says nothing in a name.
char folded(char c) {
  const bool counts = ascii::is_letter_or_digit(c) || static_cast<unsigned char>(c) >= 0x80;
  return counts ? ascii::lower(c) : '\0';
}

std::string folded(std::string_view name) {
  std::string result;
  result.reserve(name.size());
  for (const char c : name)
    if (const char letter = folded(c)) result.push_back(letter);
  return result;
}

/// Takes what counts from the front of a name, 0 at its end.
char take_folded(std::string_view& name) {
  while (!name.empty()) {
    const char letter = folded(name.front());
    name.remove_prefix(1);
    if (letter != 0) return letter;
  }
  return '\0';
}

bool begins_word(std::string_view name, std::size_t at) {
  return at > 0 && ascii::is_upper(name[at]) && ascii::is_lower(name[at - 1]);
}

/// `blog_title` and `blogTitle` are `blog` and `title`.
std::pair<std::string, std::string> ends_of(std::string_view name) {
  constexpr std::string_view separators = " _-.:/";
  const auto splits = [&](std::size_t at) {
    return separators.find(name[at]) != std::string_view::npos || begins_word(name, at);
  };
  std::size_t first = 0;
  while (first < name.size() && !splits(first)) ++first;
  if (first == name.size()) return {};
  std::size_t last = name.size() - 1;
  while (last > first && !splits(last)) --last;
  return {folded(name.substr(0, first)), folded(name.substr(last))};
}

template <typename Visit>
void each_word(std::string_view words, Visit visit) {
  int rank = 0;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    visit(words.substr(0, end), rank++);
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

using Names = std::unordered_map<std::string_view, NameGuess>;

Names whole_names() {
  Names names;
  for (const FieldNames& row : table)
    each_word(row.names, [&](std::string_view name, int rank) {
      names.try_emplace(name, NameGuess{row.field, rank});
    });
  return names;
}

Names last_word_names() {
  Names names;
  for (const FieldNames& row : table)
    each_word(row.last_words, [&](std::string_view name, int rank) {
      names.try_emplace(name, NameGuess{row.field, last_word_rank + rank});
    });
  return names;
}

Names lead_names() {
  Names names;
  each_word(leads, [&](std::string_view name, int rank) {
    names.try_emplace(name, NameGuess{Field::body, lead_rank + rank});
  });
  return names;
}

bool is_one_of(std::string_view words, std::string_view word) {
  return words.find(" " + std::string{word} + " ") != std::string_view::npos;
}

std::optional<NameGuess> found_in(const Names& names, std::string_view name, int rank = 0) {
  const auto found = names.find(name);
  if (found == names.end()) return std::nullopt;
  return NameGuess{found->second.field, found->second.rank + rank};
}

}  // namespace

std::optional<NameGuess> guess_field(std::string_view name) {
  static const Names whole = whole_names();
  static const Names last_words = last_word_names();
  static const Names of_leads = lead_names();
  constexpr std::size_t longest_name = 64;
  if (name.size() > longest_name) return std::nullopt;
  const std::string letters = folded(name);
  if (const auto guess = found_in(whole, letters)) return guess;
  if (const auto guess = found_in(of_leads, letters)) return guess;
  const auto [first, last] = ends_of(name);
  if (is_one_of(misleading, first)) return std::nullopt;
  if (const auto guess = found_in(last_words, last)) return guess;
  if (is_one_of(misleading, last) || is_one_of(measuring, last)) return std::nullopt;
  return found_in(last_words, first, first_word_rank - last_word_rank);
}

std::optional<schema::Field> field_of_name(std::string_view name) {
  for (const schema::FieldInfo& info : schema::fields)
    if (name == info.name || name == info.indonesian) return info.field;
  return std::nullopt;
}

bool same_name(std::string_view one, std::string_view other) {
  for (;;) {
    const char letter = take_folded(one);
    if (letter != take_folded(other)) return false;
    if (letter == 0) return true;
  }
}

}  // namespace kliping::indexer
