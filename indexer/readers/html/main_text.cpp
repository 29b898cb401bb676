// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_text.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "kliping/date.hpp"

namespace kliping::indexer::html {

namespace {

/// Shorter runs are labels, not paragraphs.
constexpr std::size_t paragraph_bytes = 80;
/// A page with less text than this has its article where we took furniture to be.
constexpr std::size_t fewest_text_bytes = 200;
/// No share bar or banner says more.
constexpr std::size_t most_widget_bytes = 600;
/// Pages of pictures have less text than this beside the captions.
constexpr std::size_t photo_page_bytes = 400;

bool is_mostly_links(const Block& block) {
  return block.link_bytes * 2 > block.text.size();
}

bool ends_sentence(std::string_view text) {
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with('"') ||
         text.ends_with(')') || text.ends_with(']') || text.ends_with("”");
}

/// `Jakarta -` on a line of its own.
bool is_dateline(std::string_view text) {
  return text.ends_with("-") || text.ends_with("–") || text.ends_with("—");
}

/// Lines that stand above a list of links, which itself is left out.
constexpr std::array<std::string_view, 11> labels{"bacajuga",       "bacajugaberita",
                                                  "janganlewatkan", "lihatjuga",
                                                  "simakjuga",      "bacaselengkapnya",
                                                  "beritaterkait",  "advertisement",
                                                  "pilihanredaksi", "scrolltocontinuewithcontent",
                                                  "artikelterkait"};

std::string letters_of(std::string_view text) {
  std::string letters;
  for (const char c : text) {
    if (c >= 'A' && c <= 'Z') letters.push_back(static_cast<char>(c - 'A' + 'a'));
    if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80) letters.push_back(c);
  }
  return letters;
}

bool is_label(const Block& block) {
  constexpr std::size_t longest_label = 40;
  if (block.text.size() > longest_label) return false;
  return std::find(labels.begin(), labels.end(), letters_of(block.text)) != labels.end();
}

/// `Foto: © Twitter.com`: whose picture it is.
bool is_credit(const Block& block) {
  constexpr std::size_t longest_credit = 200;
  return block.text.size() <= longest_credit && block.text.find("©") != std::string::npos;
}

/// No-break and zero-width spaces alone.
bool is_void(const Block& block) {
  return std::none_of(block.text.begin(), block.text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
}

std::string joined(const std::vector<const Block*>& blocks) {
  std::string text;
  for (const Block* block : blocks) {
    if (!text.empty()) text += '\n';
    text += block->text;
  }
  return text;
}

/// No more than ten, as none beyond them counts.
double commas_in(std::string_view text) {
  constexpr int most = 10;
  int commas = 0;
  for (std::size_t at = text.find(','); at != text.npos && commas < most;
       at = text.find(',', at + 1))
    ++commas;
  return commas;
}

class Judge {
 public:
  enum class Furniture { left_out, let_in };

  Judge(const Page& page, std::string_view title, Furniture furniture)
      : page_(page), title_(title), hidden_(page.containers.size(), false) {
    if (furniture == Furniture::left_out) hide();
  }

  std::string text() const {
    const std::size_t best = best_container();
    std::vector<bool> inside(page_.containers.size(), false);
    for (std::size_t i = best; i < inside.size(); ++i)
      inside[i] = i == best || inside[page_.containers[i].parent];
    std::vector<const Block*> kept;
    for (const Block& block : page_.blocks)
      if (inside[block.container] && belongs(block)) kept.push_back(&block);
    trim(kept);
    return joined(kept);
  }

  /// What a page of photographs says.
  std::string captions() const {
    std::vector<const Block*> kept;
    for (const Block& block : page_.blocks)
      if (block.kind == Block::Kind::caption && !hidden_[block.container] &&
          !is_mostly_links(block) && block.text.size() >= paragraph_bytes)
        kept.push_back(&block);
    return joined(kept);
  }

 private:
  void hide() {
    const std::vector<Container>& all = page_.containers;
    for (std::size_t i = 0; i < all.size(); ++i)
      hidden_[i] = all[i].role == Role::furniture || (i > 0 && hidden_[all[i].parent]);
    // Containers come after those around them, so that backwards each passes its text on.
    std::vector<std::size_t> running_text(all.size(), 0);
    for (const Block& block : page_.blocks)
      if (block.text.size() >= paragraph_bytes && !is_mostly_links(block) &&
          block.kind != Block::Kind::caption)
        running_text[block.container] += block.text.size();
    for (std::size_t i = all.size(); i-- > 1;)
      if (!hidden_[i]) running_text[all[i].parent] += running_text[i];
    for (std::size_t i = 1; i < all.size(); ++i) {
      const bool is_widget = all[i].role == Role::widget && running_text[i] < most_widget_bytes;
      hidden_[i] = hidden_[i] || is_widget || hidden_[all[i].parent];
    }
  }

  std::size_t best_container() const {
    const std::vector<Container>& all = page_.containers;
    std::vector<double> scores(all.size(), 0.0);
    std::vector<std::size_t> declared(all.size(), 0);
    std::vector<std::size_t> body(all.size(), 0);
    for (std::size_t i = 1; i < all.size(); ++i)
      body[i] = all[i].is_article_body ? i : body[all[i].parent];
    for (const Block& block : page_.blocks) {
      if (hidden_[block.container]) continue;
      add(block, scores);
      if (body[block.container] != 0) declared[body[block.container]] += block.text.size();
    }
    const auto longest = std::max_element(declared.begin(), declared.end());
    const auto highest = std::max_element(scores.begin(), scores.end());
    return static_cast<std::size_t>(*longest >= fewest_text_bytes ? longest - declared.begin()
                                                                  : highest - scores.begin());
  }

  /// A paragraph speaks for its container, half as loud for the one around that, and so on.
  void add(const Block& block, std::vector<double>& scores) const {
    if (block.kind != Block::Kind::text && block.kind != Block::Kind::list_item) return;
    if (is_mostly_links(block) || block.text.size() < paragraph_bytes / 2) return;
    constexpr double most_bytes_points = 5;
    constexpr double bytes_a_point = 100;
    constexpr int levels = 3;
    double points =
        1 + commas_in(block.text) +
        std::min(static_cast<double>(block.text.size()) / bytes_a_point, most_bytes_points);
    if (block.kind == Block::Kind::list_item) points /= 3;
    std::size_t container = block.container;
    for (int level = 0; level < levels; ++level, points /= 2) {
      const Container& here = page_.containers[container];
      const double weight = here.is_article ? 1.5 : here.role == Role::content ? 1.3 : 1.0;
      scores[container] += points * weight;
      if (container == 0) return;
      container = here.parent;
    }
  }

  bool belongs(const Block& block) const {
    if (hidden_[block.container] || block.kind == Block::Kind::title ||
        block.kind == Block::Kind::caption || block.text == title_)
      return false;
    if (is_mostly_links(block) || is_void(block) || is_label(block) || is_credit(block))
      return false;
    if (block.text.size() >= paragraph_bytes) return true;
    if (block.is_date && parse_date(block.text)) return false;
    return !block.is_author || ends_sentence(block.text);
  }

  /// Labels above the first paragraph and below the last are no part of the text.
  static void trim(std::vector<const Block*>& blocks) {
    const auto is_text = [](const Block* block) {
      return block->text.size() >= paragraph_bytes || ends_sentence(block->text);
    };
    const auto begins_text = [&](const Block* block) {
      return is_text(block) || is_dateline(block->text);
    };
    blocks.erase(blocks.begin(), std::find_if(blocks.begin(), blocks.end(), begins_text));
    // A heading at the end heads what was left out.
    while (!blocks.empty() &&
           (!is_text(blocks.back()) || blocks.back()->kind == Block::Kind::heading))
      blocks.pop_back();
  }

  const Page& page_;
  std::string_view title_;
  std::vector<bool> hidden_;
};

}  // namespace

std::string main_text(const Page& page, std::string_view title) {
  const Judge judge(page, title, Judge::Furniture::left_out);
  std::string text = judge.text();
  if (text.size() < photo_page_bytes)
    if (std::string captions = judge.captions(); captions.size() > text.size()) return captions;
  if (text.size() >= fewest_text_bytes) return text;
  std::string all = Judge(page, title, Judge::Furniture::let_in).text();
  return all.size() > 2 * text.size() ? all : text;
}

}  // namespace kliping::indexer::html
