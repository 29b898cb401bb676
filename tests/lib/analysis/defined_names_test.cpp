// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/analysis/defined_names.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "kliping/analysis/analyzer.hpp"
#include "random_text.hpp"

using namespace kliping;

namespace {

std::string defined(std::string_view text) {
  TokenList list;
  Analyzer{}.analyze(text, list);
  std::string names;
  for (const DefinedName& name : find_defined_names(text, list)) {
    names += (names.empty() ? "" : "; ") + name.short_form + " = " + name.long_form;
  }
  return names;
}

struct Case {
  const char* why;
  const char* text;
  const char* names;
};

}  // namespace

TEST_CASE("defined names: brackets behind a name, and before it") {
  const Case cases[] = {
      {"initials", "Kepala Badan Narkotika Nasional (BNN) hadir", "bnn = badan narkotika nasional"},
      {"the other way round", "angka PDB (Produk Domestik Bruto) naik",
       "pdb = produk domestik bruto"},
      {"small letters", "korban pemutusan hubungan kerja (PHK)", "phk = pemutusan hubungan kerja"},
      {"dan is passed over", "Badan Pengawas Obat dan Makanan (BPOM)",
       "bpom = badan pengawas obat dan makanan"},
      {"dalam gives its letter", "status orang dalam pemantauan (ODP)",
       "odp = orang dalam pemantauan"},
      {"commas of a list", "usaha mikro, kecil, dan menengah (UMKM)",
       "umkm = usaha mikro kecil dan menengah"},
      {"a doubled word gives two", "Perserikatan Bangsa-Bangsa (PBB)",
       "pbb = perserikatan bangsa-bangsa"},
      {"a figure repeats its letter", "Perhimpunan Pendidikan dan Guru (P2G)",
       "p2g = perhimpunan pendidikan dan guru"},
      {"beginnings", "Badan Perencanaan Pembangunan Nasional (Bappenas)",
       ""},  // one letter of Perencanaan proves nothing
      {"beginnings of words", "Kementerian Keuangan (Kemenkeu)", "kemenkeu = kementerian keuangan"},
      {"beginnings in capitals", "Komisi Pemilihan Umum Daerah (KPUD)",
       "kpud = komisi pemilihan umum daerah"},
      {"a beginning and a syllable more", "pemilihan kepala daerah (pilkada)",
       "pilkada = pemilihan kepala daerah"},
      {"an end", "Kejaksaan Negeri (Kejari) Bantul", "kejari = kejaksaan negeri"},
      {"syllables of a person", "Presiden Joko Widodo (Jokowi)", "jokowi = joko widodo"},
      {"no more words than agree", "Ketua Umum Partai Amanat Nasional (PAN)",
       "pan = partai amanat nasional"},
      {"each once", "Bank Indonesia (BI) dan Bank Indonesia (BI)", "bi = bank indonesia"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(defined(c.text) == c.names);
  }
}

TEST_CASE("defined names: what brackets hold besides") {
  const Case cases[] = {
      {"a legal form", "PT Pertamina Indonesia (Persero)", ""},
      {"a party", "Prabowo Subianto (Gerindra) menang", ""},
      {"a place", "Festival Musik Nusantara (Bandung)", ""},
      {"a date", "Senin pagi tadi (28/3)", ""},
      {"where in a picture", "Joko Widodo (kiri) dan Luhut (kanan)", ""},
      {"a stock", "Bank Rakyat Sejahtera Makmur (XYZQ)", ""},
      {"one word", "sebesar rupiah (Rp)", ""},
      {"another sentence", "Rapat Umum. Tahunan (RUT)", ""},
      {"the other way round, and more than the name", "PDB (Produk Domestik Bruto tahunan) naik",
       ""},
      {"nothing closes them", "Badan Narkotika Nasional (BNN", ""},
      {"a line between", "Badan Narkotika Nasional\n(BNN)", ""},
      {"nothing in them", "Badan Narkotika Nasional ()", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(defined(c.text) == c.names);
  }
}

TEST_CASE("defined names: any text is survived, and what is found is short") {
  const unsigned seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random(seed);
  for (int i = 0; i < 300; ++i) {
    const std::string text = "Aa Bb (" + test::random_scraps(random, 20) + ") " +
                             test::random_scraps(random, 20) + "(AB) (";
    TokenList list;
    Analyzer{}.analyze(text, list);
    for (const DefinedName& name : find_defined_names(text, list)) {
      CHECK(name.short_form.size() <= 16);
      CHECK(name.long_form.find(' ') != std::string::npos);
    }
  }
}
