// SPDX-License-Identifier: GPL-3.0-or-later
#include "roles.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "text/ascii.hpp"

namespace kliping::indexer::html {

namespace {

using ascii::is_letter;
using ascii::lower;

constexpr std::array<std::pair<Tag, std::string_view>, 8> tags{{
    {Tag::line_break, "br hr"},
    {Tag::container,
     "html body div article section main td th tr table tbody ul ol dl blockquote header footer "
     "aside "
     "nav form fieldset center details"},
    {Tag::paragraph, "p pre address dd dt summary"},
    {Tag::heading, "h2 h3 h4 h5 h6"},
    {Tag::title_heading, "h1"},
    {Tag::list_item, "li"},
    {Tag::caption, "figcaption figure caption"},
    {Tag::skipped,
     "script style noscript template svg select option button textarea iframe object embed canvas "
     "audio video map head title dialog amp-ad amp-embed amp-sidebar amp-list amp-iframe "
     "amp-consent "
     "amp-social-share amp-sticky-ad amp-user-notification"},
}};

/// Beginnings of words in class and id attributes, as Indonesian and foreign sites name their
/// parts.
constexpr std::array<std::string_view, 39> furniture_words{
    "baca",      "linksisip",  "topiksisip", "wm",       "nav",       "menu",     "breadcrumb",
    "related",   "relate",     "terkait",    "bacajuga", "komentar",  "comment",  "comments",
    "disqus",    "sidebar",    "aside",      "footer",   "tag",       "tags",     "popular",
    "populer",   "terpopuler", "trending",   "terkini",  "latest",    "terbaru",  "rekomendasi",
    "recommend", "newsletter", "pagination", "paging",   "copyright", "outbrain", "taboola",
    "indeks",    "replies",    "responses",  "tanggapan"};

constexpr std::array<std::string_view, 27> widget_words{
    "share",  "sharing",  "social",  "sosmed",    "banner", "promo",   "ads",
    "advert", "adv",      "iklan",   "subscribe", "widget", "toolbar", "tools",
    "modal",  "popup",    "login",   "search",    "cookie", "sponsor", "topik",
    "rating", "emoticon", "polling", "deskripsi", "toggle", "paywall"};

/// Parts that describe a picture.
constexpr std::array<std::string_view, 3> caption_words{"caption", "figcaption", "keterangan"};

constexpr std::array<std::string_view, 15> content_words{
    "article", "artikel", "content", "konten", "isi",  "body",   "detail",  "read",
    "story",   "post",    "entry",   "text",   "news", "berita", "paragraf"};

constexpr std::array<std::string_view, 10> date_words{"date",  "tanggal",   "tgl",     "time",
                                                      "waktu", "published", "publish", "posted",
                                                      "jam",   "timestamp"};

constexpr std::array<std::string_view, 6> author_words{"author", "penulis",  "reporter",
                                                       "byline", "wartawan", "jurnalis"};

constexpr std::array<std::string_view, 4> furniture_tags{"nav", "footer", "aside", "form"};

/// Calls `visit` with each word of an attribute, in lower case, until that returns true.
/// `mainContent` is two words.
template <typename Visit>
bool any_word(std::string_view text, Visit visit) {
  constexpr std::size_t longest_attribute = 512;
  text = text.substr(0, longest_attribute);
  std::string word;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const bool new_hump =
        i > 0 && i < text.size() && ascii::is_upper(text[i]) && ascii::is_lower(text[i - 1]);
    if (i == text.size() || !is_letter(text[i]) || new_hump) {
      if (!word.empty() && visit(std::string_view{word})) return true;
      word.clear();
    }
    if (i < text.size() && is_letter(text[i])) word.push_back(lower(text[i]));
  }
  return false;
}

template <std::size_t Size>
bool is_one_of(std::string_view word, const std::array<std::string_view, Size>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

using Tags = std::unordered_map<std::string_view, Tag>;

Tags tags_by_name() {
  Tags by_name;
  for (const auto& [tag, names] : tags) {
    std::string_view rest = names;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      by_name.emplace(rest.substr(0, end), tag);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return by_name;
}

}  // namespace

Tag tag_named(std::string_view name) {
  static const Tags by_name = tags_by_name();
  const auto found = by_name.find(name);
  return found == by_name.end() ? Tag::inline_text : found->second;
}

Role role_of(std::string_view tag, std::string_view class_and_id) {
  if (is_one_of(tag, furniture_tags)) return Role::furniture;
  // The frame of the page is never furniture, whatever classes a theme gives it.
  if (tag == "body" || tag == "html") return Role::plain;
  if (any_word(class_and_id, [](auto word) { return is_one_of(word, furniture_words); }))
    return Role::furniture;
  if (any_word(class_and_id, [](auto word) { return is_one_of(word, widget_words); }))
    return Role::widget;
  if (tag == "article" || tag == "main") return Role::content;
  const bool content =
      any_word(class_and_id, [](auto word) { return is_one_of(word, content_words); });
  return content ? Role::content : Role::plain;
}

bool names_date(std::string_view class_and_id) {
  return any_word(class_and_id, [](auto word) { return is_one_of(word, date_words); });
}

bool names_caption(std::string_view class_and_id) {
  return any_word(class_and_id, [](auto word) { return is_one_of(word, caption_words); });
}

bool names_headline(std::string_view class_and_id) {
  return any_word(class_and_id, [](auto word) { return word == "judul" || word == "headline"; });
}

bool names_author(std::string_view class_and_id) {
  return any_word(class_and_id, [](auto word) { return is_one_of(word, author_words); });
}

}  // namespace kliping::indexer::html
