// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/analysis/stemmer.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <string>

#include "kliping/analysis/analyzer.hpp"

using namespace kliping;

namespace {

struct Case {
  const char* why;
  const char* word;
  const char* root;
};

std::string root_of(std::string_view word) {
  RootBuffer buffer;
  return std::string{stem(word, buffer)};
}

template <std::size_t N>
void check(const Case (&cases)[N]) {
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CAPTURE(c.word);
    CHECK(root_of(c.word) == c.root);
  }
}

}  // namespace

TEST_CASE("stemmer: nasal assimilation") {
  check({
      {"me- before a liquid", "melihat", "lihat"},
      {"me- before a nasal", "memasak", "masak"},
      {"mem- before b", "membeli", "beli"},
      {"men- before d", "mendengar", "dengar"},
      {"meng- before a vowel", "mengukur", "ukur"},
      {"meng- before g", "menggali", "gali"},
      {"k melts", "mengarang", "karang"},
      {"p melts", "memakai", "pakai"},
      {"s melts", "menyapu", "sapu"},
      {"t melts", "menolak", "tolak"},
      {"a vowel, not a melted k", "mengambil", "ambil"},
      {"a vowel, though the k-word exists", "mengubah", "ubah"},
      {"m of the root, not a melted p", "memasuki", "masuk"},
      {"n of the root, not a melted t", "menilai", "nilai"},
      {"ny of the root, not a melted s", "menyatakan", "nyata"},
      {"menge- before one syllable", "mengecat", "cat"},
      {"menge- and a suffix", "mengesahkan", "sah"},
      {"a cluster keeps its consonant", "memproses", "proses"},
      {"a cluster may melt", "pemrosesan", "proses"},
      {"peN- melts as meN- does", "penyapu", "sapu"},
      {"pe- has no nasal", "petani", "tani"},
      {"both written: mem- and p", "mempengaruhi", "pengaruh"},
      {"both written: men- and t", "mentaati", "taat"},
  });
}

TEST_CASE("stemmer: confixes and layers") {
  check({
      {"ke-an", "keadilan", "adil"},
      {"peN-an", "penyelidikan", "selidik"},
      {"per-an", "pertemuan", "temu"},
      {"ber-an", "berdatangan", "datang"},
      {"se-nya", "sebaiknya", "baik"},
      {"per-an before r writes one r", "perubahan", "ubah"},
      {"mem-per-", "memperdalam", "dalam"},
      {"mem-per-kan", "memperjuangkan", "juang"},
      {"di-per-i", "diperbaiki", "baik"},
      {"mem-ber-kan", "memberdayakan", "daya"},
      {"pem-ber-an", "pemberhentian", "henti"},
      {"ke-ber-an", "keberhasilan", "hasil"},
      {"ke-ter-an", "keterbatasan", "batas"},
      {"ke-tidak-ter-an", "ketidakterbatasan", "batas"},
      {"ke-tidak-an", "ketidakadilan", "adil"},
      {"menge-ke-kan", "mengedepankan", "depan"},
      {"ber-ke-an", "berkelanjutan", "lanjut"},
      {"ber-peN-an", "berpendidikan", "didik"},
      {"compound", "mempertanggungjawabkan", "tanggungjawab"},
      {"the k of -kan dropped in haste", "menunjukan", "tunjuk"},
  });
}

TEST_CASE("stemmer: of several readings the licensed one wins") {
  check({
      {"not lidik, lidi", "penyelidik", "selidik"},
      {"not gera", "pergerakan", "gerak"},
      {"not rusa + -kan", "kerusakan", "rusak"},
      {"not kereta", "keretakan", "retak"},
      {"not asai", "dikuasai", "kuasa"},
      {"not tani", "ditemani", "teman"},
      {"not perban", "perbankan", "bank"},
      {"not okok", "perokok", "rokok"},
      {"not sari", "penyinaran", "sinar"},
      {"not unjuk + k-", "kunjungan", "kunjung"},
      {"not kasi", "mengasihi", "kasih"},
      {"not katak", "katakan", "kata"},
      {"not petik, tik", "mengetik", "ketik"},
      {"not alah", "mengalahkan", "kalah"},
      {"not selang", "selangkah", "langkah"},
  });
}

TEST_CASE("stemmer: clitics") {
  check({
      {"-nya", "bukunya", "buku"},
      {"-ku", "bukuku", "buku"},
      {"-mu", "bukumu", "buku"},
      {"-lah", "pergilah", "pergi"},
      {"-kah", "mungkinkah", "mungkin"},
      {"-pun", "siapapun", "siapa"},
      {"possessive and particle", "miliknyalah", "milik"},
      {"ku- of a passive", "kulihat", "lihat"},
      {"kau- of a passive", "kaulihat", "lihat"},
      {"outside affixes", "mempelajarinya", "ajar"},
      {"on a listed word", "dirinya", "diri"},
      {"part of the root: -nya", "tanya", "tanya"},
      {"part of the root: -lah", "masalah", "masalah"},
      {"part of the root: -kah", "langkah", "langkah"},
      {"part of the root: -mu", "ilmu", "ilmu"},
      {"part of the root: ku-", "kumpul", "kumpul"},
  });
}

TEST_CASE("stemmer: reduplication") {
  check({
      {"whole", "negara-negara", "negara"},
      {"with a clitic", "sekutu-sekutunya", "sekutu"},
      {"derived halves", "perusahaan-perusahaan", "usaha"},
      {"prefix on the first half", "berlari-lari", "lari"},
      {"its nasal in both halves", "menyebut-nyebut", "sebut"},
      {"reciprocal", "tolong-menolong", "tolong"},
      {"reciprocal, nasal melted", "surat-menyurat", "surat"},
      {"suffix on the second half", "besar-besaran", "besar"},
      {"confix around both", "kehati-hatian", "hati"},
      {"confix around both, root reduplicated", "perundang-undangan", "undang"},
      {"se-nya around both", "sebaik-baiknya", "baik"},
      {"hyphen lost", "masingmasing", "masing"},
      {"hyphen lost, clitic", "undangundangnya", "undang"},
      {"hyphen lost inside affixes", "bertanyatanya", "tanya"},
      {"figure two", "kata2", "kata"},
      {"figure two, clitic", "orang2nya", "orang"},
      {"first syllable", "pepohonan", "pohon"},
      {"pair of different words", "suami-istri", "suami-istri"},
  });
}

TEST_CASE("stemmer: hyphens before and after what is not Indonesian") {
  check({
      {"initials", "di-phk", "phk"},
      {"initials, prefix and suffix", "mem-phk-kan", "phk"},
      {"initials, clitic", "ktp-nya", "ktp"},
      {"a name", "se-indonesia", "indonesia"},
      {"an ordinal", "ke-79", "79"},
      {"a decade", "1980-an", "1980"},
      {"a decade in one", "1980an", "1980"},
      {"foreign word", "di-upload", "upload"},
      {"two names", "jakarta-bandung", "jakarta-bandung"},
  });
}

TEST_CASE("stemmer: roots that look affixed") {
  for (const char* word :
       {"sekolah", "masalah", "keluarga", "ekonomi",  "kembali", "selatan", "menteri",
        "berita",  "makan",   "teman",    "peran",    "pesan",   "percaya", "peduli",
        "senapan", "sedang",  "sengaja",  "serang",   "terang",  "tertib",  "teroris",
        "tentara", "dewan",   "dinding",  "diskusi",  "diri",    "keras",   "kertas",
        "merah",   "mental",  "menang",   "benda",    "berani",  "bekas",   "jalan",
        "bulan",   "ikan",    "pekan",    "zaman",    "dengan",  "aman",    "bahan",
        "iklan",   "kursi",   "partai",   "badai",    "damai",   "hari",    "bumi",
        "saksi",   "seni",    "kondisi",  "televisi", "mereka",  "penjara", "perempuan"}) {
    CAPTURE(word);
    CHECK(root_of(word) == word);
  }
}

TEST_CASE("stemmer: names stay whole in lower case") {
  for (const char* name :
       {"bekasi",   "bali",     "susi",       "megawati",   "jokowi",   "maluku",    "irian",
        "mentawai", "merapi",   "kediri",     "pekalongan", "pemalang", "penajam",   "balkan",
        "teheran",  "berlin",   "diana",      "yudhoyono",  "prabowo",  "persebaya", "kemenkes",
        "mendagri", "sulawesi", "kalimantan", "diponegoro", "sudirman", "kebayoran", "kemayoran",
        "menlu",    "asian",    "mekkah",     "makkah",     "hutasoit", "bukalapak", "detikcom"}) {
    CAPTURE(name);
    CHECK(root_of(name) == name);
  }
}

TEST_CASE("stemmer: loans and new words") {
  check({
      {"meN- on a loan in -asi", "memverifikasi", "verifikasi"},
      {"k kept", "mengkomunikasikan", "komunikasi"},
      {"k melted", "mengonfirmasi", "konfirmasi"},
      {"s kept", "mensosialisasikan", "sosialisasi"},
      {"s melted", "menyosialisasikan", "sosialisasi"},
      {"t of a cluster kept", "mentransfer", "transfer"},
      {"ter-", "terintegrasi", "integrasi"},
      {"digital life", "pengunggah", "unggah"},
      {"digital life", "diunduh", "unduh"},
      {"health", "divaksin", "vaksin"},
      {"cluster", "mengklik", "klik"},
      {"unknown root, both affixes", "menglobalisasikan", "globalisasi"},
      {"unknown English", "online", "online"},
      {"unknown English with a clitic", "benchmarknya", "benchmark"},
      {"loan in dis-, no di-", "distraksi", "distraksi"},
  });
}

TEST_CASE("stemmer: a spelling that the norm rejects takes the affixes of the standard one") {
  check({
      {"ber-, as of risiko", "beresiko", "resiko"},
      {"meN-, as of antre", "mengantri", "antri"},
      {"s melts, as of setrika; se- is no prefix", "menyeterika", "seterika"},
      {"-an is the root's, as of zaman", "jaman", "jaman"},
      {"a cluster that no standard word has", "berdzikir", "dzikir"},
      {"a root, as telantar is: no ter- on lantar", "terlantar", "terlantar"},
  });
}

TEST_CASE("stemmer: irregular and function words") {
  check({
      {"bel-", "belajar", "ajar"},
      {"pel-", "pelajaran", "ajar"},
      {"be- before -er", "bekerja", "kerja"},
      {"lost a sound", "menjadi", "jadi"},
      {"phrase grown together", "dimana", "mana"},
      {"conjunction kept", "sehingga", "sehingga"},
      {"ordinal", "ketiga", "tiga"},
      {"spelling beside the dictionary's", "merubah", "ubah"},
      {"apostrophe", "jum'at", "jumat"},
  });
}

TEST_CASE("stemmer: an explanation names affixes from the outside in") {
  const auto how = [](const char* word) { return explain_stem(word).how; };
  CHECK(how("memperdalam") == "me- per- dalam");
  CHECK(how("ketidakstabilannya") == "ke- tidak stabil -an -nya");
  CHECK(how("kulihat") == "ku- lihat");
  CHECK(how("mempelajari") == "me- pelajar -i (ajar)");
  CHECK(how("jakarta") == "jakarta (name)");
  CHECK(how("belajar") == "ajar (listed)");
  CHECK(how("negara-negara") == "negara (copied)");
  CHECK(how("benchmarknya") == "benchmark (light)");
  CHECK(how("rumah") == "rumah");
}

TEST_CASE("stemmer: slips at the seams of a word") {
  check({
      {"an n too few before -nya", "jaringanya", "jaring"},
      {"the same, of a root", "lainya", "lain"},
      {"a k too many before -an", "penunjukkan", "tunjuk"},
      {"the same in ke-an", "kekompakkan", "kompak"},
      {"-nya that is no slip", "bertanya", "tanya"},
      {"a name in -nya", "sonya", "sonya"},
      {"the preposition di", "dilapangan", "lapang"},
      {"the same before per-an", "diperjalanannya", "jalan"},
      {"a verb in di- and -kan", "dijalankan", "jalan"},
  });
}

TEST_CASE("stemmer: copies with another sound") {
  check({
      {"under the first half", "sayur-mayur", "sayur"},
      {"with a clitic", "gerak-geriknya", "gerak"},
      {"under the second", "lekak-lekuk", "lekuk"},
      {"an entry of its own", "bolak-balik", "bolak-balik"},
      {"neither half is a word", "mondar-mandir", "mondar-mandir"},
      {"the half means something else", "otak-atik", "otak-atik"},
      {"a pair whose second half ends like a clitic", "pasca-kalah", "pasca-kalah"},
  });
}

TEST_CASE("stemmer: words of the news, annotated by hand") {
  std::ifstream file{std::string(KLIPING_SOURCE_DIR) + "/tests/data/stemmer/news-words.tsv"};
  int words = 0;
  int right = 0;
  std::string wrong;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    const auto tab = line.find('\t');
    REQUIRE(tab != std::string::npos);
    const std::string root = root_of(line.substr(0, tab));
    const bool found =
        ('|' + line.substr(tab + 1) + '|').find('|' + root + '|') != std::string::npos;
    ++words;
    right += found;
    if (!found) wrong += line + "\t" + root + "\n";
  }
  INFO(wrong);
  CHECK(words > 1000);
  CHECK(right >= words * 99 / 100);
}

TEST_CASE("stemmer: places, people, parties, ministries and media stay whole in any case") {
  std::ifstream file{std::string(KLIPING_SOURCE_DIR) + "/tests/data/stemmer/names.txt"};
  int names = 0;
  for (std::string name; std::getline(file, name);) {
    if (name.starts_with('#')) continue;
    ++names;
    CHECK(root_of(name) == name);
    std::string capitals = name;
    for (char& c : capitals) c = static_cast<char>(c - 'a' + 'A');
    CHECK(root_of(fold(capitals)) == name);
  }
  CHECK(names > 1000);
}
