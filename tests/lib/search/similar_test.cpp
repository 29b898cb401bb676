// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/similar.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "kliping/error.hpp"
#include "lib/test_index.hpp"
#include "search/matcher.hpp"

using namespace kliping;
using kliping::test::make_article;
using kliping::test::TestIndex;

namespace {

const std::string quake =
    "Gempa mengguncang Cianjur pada Senin siang. Di Cugenang gempa merobohkan ratusan rumah, dan "
    "pelajar tertimbun reruntuhan sekolah. Bupati Cianjur mengatakan gempa terasa belasan detik. "
    "Rumah sakit di Cianjur penuh, dan warga Cugenang menunggu tenda.";

/// The quake twice, its aftermath, another quake, and news of other things.
std::vector<Article> archive() {
  std::vector<Article> articles{
      make_article("gempa", "Gempa Cianjur robohkan rumah", quake),
      make_article("salinan", "Gempa Cianjur", "Cianjur, Senin. " + quake),
      make_article("pengungsi", "Pengungsi gempa Cianjur butuh tenda",
                   "Ribuan warga Cugenang yang rumahnya roboh karena gempa Cianjur tidur di tenda. "
                   "Pelajar belum kembali ke sekolah."),
      make_article("lombok", "Gempa Lombok terasa sampai Bali",
                   "Gempa di Lombok terasa sampai Denpasar, dan wisatawan berlarian ke pantai.")};
  const char* const subjects[] = {"cabai", "padi", "jalan", "sepak bola", "pemilu", "kereta"};
  for (const char* const subject : subjects) {
    articles.push_back(make_article(subject, std::string{"Kabar "} + subject,
                                    std::string{"Berita tentang "} + subject +
                                        " ditulis pada Senin siang di kota, rumah warga ramai."));
  }
  return articles;
}

std::string similar(const TestIndex& index, const std::string& to,
                    Collapse collapse = Collapse::on) {
  const Window window{{.collapse = collapse}};
  std::string out;
  for (const Match& m : match(index.database(), similar_query(index.database(), to), window).page) {
    out += (out.empty() ? "" : " ") + identity_of(index.database(), m.document);
  }
  return out;
}

}  // namespace

TEST_CASE("similar: the same event first, then its like; neither itself nor its duplicates") {
  const TestIndex index(archive());
  const std::string found = similar(index, "gempa");
  CAPTURE(found);
  CHECK(found.starts_with("pengungsi"));
  CHECK(found.find("gempa") == found.npos);
  CHECK(found.find("salinan") == found.npos);
  CHECK(found.find("cabai") == found.npos);
}

TEST_CASE("similar: not collapsed, its duplicates are the most similar") {
  const TestIndex index(archive());
  CHECK(similar(index, "gempa", Collapse::off).starts_with("salinan pengungsi"));
}

TEST_CASE("similar: snippets may show what is shared") {
  const TestIndex index(archive());
  const auto roots = similar_query(index.database(), "gempa").wanted.roots;
  CHECK(std::find(roots.begin(), roots.end(), "cianjur") != roots.end());
  CHECK(std::is_sorted(roots.begin(), roots.end()));
}

TEST_CASE("similar: an unknown identity is an error, an article like no other finds nothing") {
  std::vector<Article> articles = archive();
  articles.push_back(make_article("asing", "Xyzzy", "Plugh qwerty."));
  const TestIndex index(articles);
  CHECK_THROWS_AS(similar_query(index.database(), "tidak ada"), Error);
  CHECK(similar(index, "asing").empty());
}
