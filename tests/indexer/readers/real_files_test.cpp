// SPDX-License-Identifier: GPL-3.0-or-later
// Real files, where they lie beside the project, against what other readers made of them.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "reading.hpp"

using namespace kliping;
using namespace kliping::indexer;
using testing::read_all;

namespace {

const std::string data_folder = KLIPING_SOURCE_DIR "/../shared/data/";

bool is_absent(const std::string& folder) {
  if (std::filesystem::exists(data_folder + folder)) return false;
  MESSAGE("skipped: no " << folder << " beside the project");
  return true;
}

/// Blanks are for layout: one for any.
std::string one_blank(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank || (!result.empty() && result.back() != ' ')) result.push_back(blank ? ' ' : c);
  }
  return result;
}

}  // namespace

TEST_CASE("real files: archives go in whole with nothing but their path") {
  if (is_absent("raw")) return;
  /// Counts and the last record's first and last words as Python's csv and json have them.
  struct Case {
    std::string name;
    std::size_t articles;
    const char* title_begins;
    const char* body_ends;
  };
  const Case cases[] = {
      {"ariel_bom_berita.csv", 330, "Duo Serigala Resmi Comeback", "yang ingin berjoget."},
      {"babalenong_cnn_commajoined.csv", 25, "OJK Bekukan Sementara 7", ", , ,"},
      {"babalenong_merdeka.csv", 25, "Tingkatkan Daya Saing Global,", "pasar mereka,\" tukasnya."},
      {"donnn_cnn_nasional.csv", 286, "", "Oktober 2023 lalu."},
      {"donnn_detik.csv", 242, "Ribka PDIP Sebut Tanpa", "ucapnya. [Gambas:Video 20detik]"},
      {"donnn_l6_news_bom_semicolon.csv", 272, "UI Minta Maaf usai", "untuk kepentingan akademik."},
      {"firgik_turnbackhoax.csv", 989, "Gedung DPRD Pesawaran, Lampung", "Pesawaran adalah hoaks."},
      {"mlits_kompas_crlf.csv", 216, "Pasar Tanah Abang Kembali", "orang banyak,\" ucapnya."},
      {"neek0tine_kompas_old.csv", 80, "Kompas.com Tersertifikasi dalam Jaringan",
       "dan Mafindo (turnbackhoax.id)."},
      {"neek0tine_tilde_delimited.csv", 281, "Jadwal Prabowo di Banda", "kali ke Aceh."},
      {"newreyy_gelora_bom_berita.csv", 1000, "Kubu Moeldoko Ancam Polisikan",
       "Pusat, Kamis (11/3).(dtk)"},
      {"smartnews_tribunnews_listbody_entities.csv", 898,
       "Simulasi Capres Ala Indostrategi:", "dengan bantuan kuesioner."},
      {"svmihar_kontan.csv", 80, "Kejar target wealth management", "Rp 53 miliar."},
      {"svmihar_pandas_index_kompas.csv", 41, "IHSG Hari Ini Berpeluang",
       "hati-hati profit taking"},
      {"arzeon_tribun_array.json", 1393, "Timnas U-22 Raih Emas", "time,\" ungkap Jokowi."},
      {"babalenong_detik.jl", 2, "Ada 4,2 Juta PNS", "dan lain-lain,\" ungkapnya."},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const auto read = read_all({data_folder + "raw/" + c.name});
    CHECK(read.messages == std::vector<std::string>{});
    REQUIRE(read.articles.size() == c.articles);
    const Article& last = read.articles.back();
    CHECK(one_blank(last.title).starts_with(c.title_begins));
    CHECK(one_blank(last.body).ends_with(c.body_ends));
    CHECK_FALSE(last.id.empty());
  }
}

TEST_CASE("real files: pages give title, first and last words, date, and no navigation") {
  if (is_absent("html")) return;
  struct Case {
    std::string name;
    const char* title;
    const char* body_begins;
    const char* body_ends;
    const char* date;
  };
  const Case cases[] = {
      {"antara-singlepage", "29 penerbangan Bandara Internasional Lombok dibatalkan",
       "Mataram, NTB (ANTARA News)", "keberangkatannya di BIL,\" katanya.", "2015-11-05T14:56"},
      {"antara-singlepage2", "Prostitusi ditenggarai sudah merambah ke pelajar Lampung",
       "Bandarlampung, Lampung (ANTARA News)", "sangat tinggi,\" kata dia.", "2016-02-23T14:49"},
      {"antara-singlepage3",
       "Bantu pulihkan perdamaian dunia, Turki selenggarakan kontes film pendek internasional",
       "ISTANBUL, 23 Februari 2016", "akan mendapatkan 2.000 lira.", "2016-02-23T14:39"},
      {"antara-singlepage4", "Astra Otoparts luncurkan ban motor terbaru Aspira Premio",
       "Jakarta (ANTARA News) -", "yang kompetitif,\" jelas Alessandro.", "2016-02-23T15:06"},
      {"antara-singlepage5", "Saat pengadilan pertemukan Brotoseno dan Angelina Sondakh",
       "Jakarta (ANTARA News) -", "cerita kedua sejoli ini?", "2017-05-15T18:43"},
      {"detik-singlepage", "Google Umbar Kelemahan Galaxy S6 Edge", "Jakarta - Galaxy S6",
       "Korea Selatan ini. (fyk/ash)", "2015-11-05T10:08"},
      {"detik-singlepage2", "Gardu Induk Milenium PLN Resmi Beroperasi", "PT PLN hari ini",
       "bagian dari GITET Balaraja.", "2016-02-23T16:00"},
      {"kapanlagi-singlepage", "Brandon Salim Makin Dekat Dengan Sivia Blink di 'HEART BEAT'",
       "Kapanlagi.com - Brandon Nicholas", "12 November 2015. (kpl/pur/tch)", "2015-11-05T11:52"},
      {"kapanlagi-singlepage2", "FOTO: Dian Sastrowardoyo Saat Berusia 13 Tahun, Masih Cantik?",
       "Kapanlagi.com - Pesona kecantikan", "di tanah air. (kpl/sry)", "2016-02-14T09:15"},
      {"kapanlagi-singlepage3", "Bikin Gaduh Kota, Rumah Penyanyi Ini Digrebek Polisi",
       "Kapanlagi.com - Apa yang", "some respect anyway. (kpl/otx)", "2016-02-23T11:22"},
      {"kompas-singlepage", "Polres Lhokseumawe Serahkan Anggota Di Minimi ke Kejaksaan",
       "LHOKSEUMAWE, KOMPAS.com – Penyidik", "pengadilan,” ujar Teuku Rahmatsyah.",
       "2015-11-04T21:04"},
      {"kompas-singlepage2", "Menteri Yuddy Ancam PNS yang Rankingnya Terendah Akan \"Dipangkas\"",
       "JAKARTA, KOMPAS.com — Menteri", "dilayani oleh 1,7 pegawai.", "2016-02-16T14:38"},
      {"kompas-singlepage3", "Diancam Lewat Dunia Maya, Mark Zuckerberg Sewa 16 \"Tukang Pukul\"",
       "LOS ANGELES, KOMPAS.com -", "di bawah 40 tahun.", "2016-02-16T14:11"},
      {"kompas-singlepage4", "Samsul Arif Tak Beban Lawan Arema", "KUTA, KOMPAS.com — Penyerang",
       "kami ingin juara,\" ujarnya.", "2016-02-23T16:37"},
      {"kompas-singlepage5", "Merek China “Serbu” Indonesia, Ini Kata Gaikindo",
       "Jakarta, KompasOtomotif – Tahun", "merek baru,” ujar Nangoi.", "2016-02-23T16:52"},
      {"liputan6-singlepage", "Tri Indonesia: Broadband Dorong Ekosistem Digital Dalam Negeri",
       "Liputan6.com, Jakarta - Indonesia", "Ooredoo, dan Smartfren. (Cas/Isk)",
       "2016-02-16T02:10"},
      {"liputan6-singlepage2", "London Love Story Tembus 800 Ribu Penonton, Ini Rahasianya",
       "Liputan6.com, Jakarta London Love", "sejak 4 Februari lalu.", "2016-02-16T02:20"},
      {"liputan6-singlepage3",
       "Hadiri Grammy Awards 2016, Taylor Swift dan Selena Gomez Peluk-pelukan",
       "Penyanyi Taylor Swift (kanan)", "(REUTERS / Danny Moloshok)", "2016-02-16T02:09"},
      {"okezone-singlepage", "Sering Depresi Berat, Hati-Hati Diabetes!", "DEPRESI jadi satu momok",
       "dalam jangka panjang,\" tukasnya.", "2015-11-05T15:56"},
      {"okezone-singlepage2", "Cara Indra Birowo Jaga Keromantisan dengan Istri",
       "JAKARTA - Memiliki segudang", "ya gitu-gitulah,\" tandasnya. (FHM)", "2017-02-17T13:30"},
      {"republika-singlepage", "Marcella Zalianty Promo Pariwisata Indonesia Lewat Film",
       "REPUBLIKA.CO.ID, JAKARTA -- Aktris", "Pantai Santolo, Jawa Barat.", "2016-02-15T16:15"},
      {"republika-singlepage2", "KPK Periksa Pejabat Mahkamah Agung yang Tertangkap OTT",
       "REPUBLIKA.CO.ID, JAKARTA -- Kasubdit", "didapatkan dari serangkaian penggeledahan.",
       "2016-02-23T17:15"},
      {"republika-singlepage3", "Jamaah Haji Ikuti Pemeriksaan Kesehatan Haji",
       "IHRAM.CO.ID, BANJARMASIH -- Kepala", "berasal dari Kota Banjarmasin.", "2017-02-17T13:16"},
      {"tempo-singlepage", "Ini 7 Alasan Mengapa Orang Malas Bergerak",
       "TEMPO.CO, Jakarta - Organisasi", "jalan saja bisa dilakukan.", "2015-11-05T11:13"},
      {"tempoen-singlepage", "Indonesia can Learn from Finland`s Peatland Fire Case: Pratikno",
       "TEMPO.CO, Jakarta - Indonesia", "communication technology,\" Soini stated.",
       "2015-11-04T07:28"},
      {"viva-singlepage", "Taylor Swift Standing Ovation untuk Pianis Cilik Indonesia",
       "VIVA.co.id - Pianis cilik", "tahap ini,\" kata Portnow.", "2016-02-16T13:01"},
  };
  constexpr std::string_view navigation[] = {"Baca Juga", "Berita Terkait", "Copyright",
                                             "Komentar",  "Terpopuler",     "Share on",
                                             "Editor:",   "googletag"};
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const auto read = read_all({data_folder + "html/" + c.name + ".html"});
    REQUIRE(read.articles.size() == 1);
    const Article& article = read.articles[0];
    CHECK(article.title == c.title);
    CHECK(one_blank(article.body).starts_with(c.body_begins));
    CHECK(one_blank(article.body).ends_with(c.body_ends));
    REQUIRE(article.date);
    CHECK(to_iso(*article.date).starts_with(c.date));
    for (const std::string_view words : navigation)
      CHECK(article.body.find(words) == std::string::npos);
  }
}

TEST_CASE("real files: pages give their writer and section") {
  if (is_absent("html")) return;
  struct Case {
    std::string name;
    const char* author;
    const char* section;
  };
  const Case cases[] = {
      {"antara-singlepage", "Nur Imansyah", ""},
      {"antara-singlepage4", "Monalisa", ""},
      {"detik-singlepage", "Fino Yurio Kristo", "inet"},
      {"kapanlagi-singlepage", "", "showbiz"},
      {"kompas-singlepage", "Kontributor Lhokseumawe, Masriadi", "regional"},
      {"kompas-singlepage3", "", "internasional"},
      {"kompas-singlepage5", "Aditya Maulana", "otomotif"},
      {"liputan6-singlepage", "Corry Anestia", "Tekno"},
      {"okezone-singlepage", "", "lifestyle"},
      {"tempo-singlepage", "", "gaya"},
      {"viva-singlepage", "Maya Sofia", "showbiz"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const auto read = read_all({data_folder + "html/" + c.name + ".html"});
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].author == c.author);
    CHECK(read.articles[0].section == c.section);
  }
}

TEST_CASE("real files: the article that has no title gets none") {
  if (is_absent("seed")) return;
  const auto read = read_all({data_folder + "seed"});
  REQUIRE(read.articles.size() == 1);
  CHECK(read.articles[0].title.empty());
  CHECK(read.articles[0].body.starts_with("Kepala dinas intelijen asing Rusia"));
}
