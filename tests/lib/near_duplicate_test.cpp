// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/near_duplicate.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "kliping/analysis/analyzer.hpp"
#include "random_text.hpp"

using namespace kliping;

namespace {

std::string stored(const std::string& title, const std::string& body,
                   DuplicateRule rule = DuplicateRule::near) {
  static const Analyzer analyzer;
  static SignatureMaker maker;
  TokenList title_tokens;
  TokenList body_tokens;
  analyzer.analyze(title, title_tokens);
  analyzer.analyze(body, body_tokens);
  return maker.make(rule, title_tokens, body_tokens);
}

Signature near(const std::string& body) {
  return Signature(stored("", body));
}

const std::string lead =
    "Warga Desa Sukamaju mengungsi ke balai desa setelah tanggul Sungai Cimanis jebol pada Senin "
    "malam dan air setinggi dada orang dewasa menggenangi tiga dusun. ";
const std::string middle =
    "Kepala desa mengatakan sedikitnya dua ratus keluarga meninggalkan rumah dengan perahu karet "
    "milik regu penolong, sedangkan ternak mereka dibawa ke bukit di belakang pasar. Dapur umum "
    "dibuka sejak subuh, dan bantuan selimut serta obat-obatan tiba dari kota menjelang siang. ";
const std::string tail =
    "Dinas pekerjaan umum menaksir perbaikan tanggul memakan waktu dua pekan. Sementara itu, "
    "karung pasir ditumpuk sepanjang seratus meter, dan warga bergiliran meronda bila hujan turun "
    "lagi di hulu. Sekolah diliburkan sampai akhir minggu. ";
const std::string other_lead =
    "Bupati meninjau tanggul yang jebol di Desa Sukamaju dan berjanji membangunnya kembali. ";
const std::string other_news =
    "Harga cabai rawit di pasar induk naik dua kali lipat dalam sepekan karena gagal panen. "
    "Pedagang mengaku pasokan dari lereng gunung terhenti sejak jalan longsor, dan pembeli beralih "
    "ke cabai kering. Pemerintah kota menyiapkan operasi pasar mulai hari Rabu di lima kecamatan. ";

}  // namespace

TEST_CASE("duplicates: the same article again, whatever was done to it") {
  const std::string article = lead + middle + tail;
  struct Case {
    const char* why;
    std::string first;
    std::string second;
    bool duplicates;
  };
  const Case cases[] = {
      {"itself", article, article, true},
      {"other case, spaces and lines", "WARGA DESA\n\n  SUKAMAJU " + lead.substr(20) + tail,
       lead + tail, true},
      {"a line that leads elsewhere, which is furniture",
       lead + middle + "\nBaca juga: Banjir Surut\n" + tail, article, true},
      {"another lead", other_lead + middle + tail, article, true},
      {"cut at the end", lead + middle, lead + middle + other_lead, true},
      {"the parts in another order", tail + middle + lead, article, true},
      {"the same background behind other news", other_news + tail, lead + middle + tail, false},
      {"other news", other_news, article, false},
      {"a small part of it", lead, article, false},
      {"too short to tell", "Foto banjir hari ini.", "Foto banjir hari ini.", false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(near(c.first).matches(near(c.second)) == c.duplicates);
    CHECK(near(c.second).matches(near(c.first)) == c.duplicates);
  }
}

TEST_CASE("duplicates: a very short body is told by its title, too") {
  const std::string body = "Saksikan malam ini pukul delapan di layar kaca Anda.";
  const Signature first(stored("Festival layang-layang meriahkan pantai selatan", body));
  const Signature again(stored("Festival layang-layang meriahkan pantai selatan", body));
  const Signature second(stored("Final bulu tangkis antarkampung dimulai", body));
  CHECK(first.matches(again));
  CHECK_FALSE(first.matches(second));
}

TEST_CASE("duplicates: the exact rule wants the same words") {
  const auto exact = [](const std::string& body) {
    return Signature(stored("", body, DuplicateRule::exact));
  };
  CHECK(exact(lead + tail).matches(exact(lead + "\n\n" + tail)));
  CHECK_FALSE(exact(lead + tail).matches(exact(lead + middle)));
  CHECK_FALSE(exact(lead + tail).matches(exact(tail + lead)));
  CHECK_FALSE(exact(lead + tail).matches(near(lead + tail)));
  for (const auto rule : {DuplicateRule::near, DuplicateRule::exact, DuplicateRule::off}) {
    CHECK(rule_of(stored("", lead, rule)) == rule);
  }
}

TEST_CASE("duplicates: long articles match their copies and no strangers") {
  std::mt19937 random(20261122);
  const auto text = [&](std::size_t words) {
    std::string out;
    for (std::size_t i = 0; i < words; ++i) out += "kata" + std::to_string(random() % 5000) + ' ';
    return out;
  };
  std::vector<Signature> strangers;
  for (const std::size_t words : {200U, 1000U, 1100U, 5000U, 6000U, 100'000U}) {
    const std::string whole = text(words);
    const Signature signature = near(whole);
    CAPTURE(words);
    CHECK(signature.matches(near(whole + text(std::min<std::size_t>(words / 50, 100)))));
    for (const Signature& stranger : strangers) CHECK_FALSE(signature.matches(stranger));
    strangers.push_back(signature);
  }
}

TEST_CASE("duplicates: how many bits differ decides, not which") {
  std::mt19937 random(11);
  std::vector<std::size_t> order(512);
  std::iota(order.begin(), order.end(), 0);
  // Of 300 shingles each; the bits stand behind two bytes for their number.
  std::string bytes = "\x01\x2C" + test::random_bytes(random, 64);
  const Signature signature(bytes);
  std::size_t last_match = 0;
  for (int round = 0; round < 20; ++round) {
    std::shuffle(order.begin(), order.end(), random);
    std::string changed = bytes;
    std::size_t flipped = 0;
    while (flipped < order.size() && signature.matches(Signature(changed))) {
      const std::size_t bit = order[flipped++];
      changed[2 + bit / 8] = static_cast<char>(changed[2 + bit / 8] ^ 1 << bit % 8);
    }
    if (round == 0) last_match = flipped;
    CHECK(flipped == last_match);
    // All bits differ: as far as can be.
    for (std::size_t k = flipped; k < order.size(); ++k) {
      changed[2 + order[k] / 8] = static_cast<char>(changed[2 + order[k] / 8] ^ 1 << order[k] % 8);
    }
    CHECK_FALSE(signature.matches(Signature(changed)));
  }
  CHECK(last_match > 64);
  CHECK(last_match < 205);
}

TEST_CASE("duplicates: any bytes are a signature of something or of nothing") {
  std::mt19937 random(7);
  for (const std::size_t size : {0U, 1U, 15U, 16U, 17U, 65U, 66U, 67U, 500U}) {
    const Signature signature(test::random_bytes(random, size));
    CAPTURE(size);
    CHECK(signature.matches(signature) == (size == 16 || size == 66));
    CHECK_FALSE(signature.matches(near(lead)));
  }
  CHECK_FALSE(Signature().matches(Signature()));
}
