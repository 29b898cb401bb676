// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_text.hpp"

#include <algorithm>
#include <vector>

#include "kliping/date.hpp"

namespace kliping::indexer::html {

namespace {

/// Shorter runs are labels, not paragraphs.
constexpr std::size_t paragraph_bytes = 80;
/// A page with less text than this has its article where we took furniture to be.
constexpr std::size_t fewest_text_bytes = 200;

bool is_mostly_links(const Block& block) {
  return block.link_bytes * 2 > block.text.size();
}

bool ends_sentence(std::string_view text) {
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with('"') ||
         text.ends_with(')') || text.ends_with(']') || text.ends_with("”") || text.ends_with(':');
}

class Judge {
 public:
  enum class Furniture { left_out, let_in };

  Judge(const Page& page, std::string_view title, Furniture furniture)
      : page_(page), title_(title), hidden_(page.containers.size(), false) {
    if (furniture == Furniture::left_out)
      for (std::size_t i = 0; i < hidden_.size(); ++i)
        hidden_[i] = page.containers[i].role == Role::furniture ||
                     (i > 0 && hidden_[page.containers[i].parent]);
  }

  std::string text() const {
    const std::size_t best = best_container();
    std::vector<const Block*> kept;
    for (const Block& block : page_.blocks)
      if (belongs(block, best)) kept.push_back(&block);
    trim(kept);
    std::string text;
    for (const Block* block : kept) {
      if (!text.empty()) text += '\n';
      text += block->text;
    }
    return text;
  }

 private:
  std::size_t best_container() const {
    std::vector<double> scores(page_.containers.size(), 0.0);
    std::vector<std::size_t> declared(page_.containers.size(), 0);
    for (const Block& block : page_.blocks) {
      if (hidden_[block.container]) continue;
      add(block, scores);
      for (std::size_t i = block.container;; i = page_.containers[i].parent) {
        if (page_.containers[i].is_article_body) declared[i] += block.text.size();
        if (i == 0 || page_.containers[i].is_article_body) break;
      }
    }
    const auto longest = std::max_element(declared.begin(), declared.end());
    if (*longest >= fewest_text_bytes) return static_cast<std::size_t>(longest - declared.begin());
    return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) -
                                    scores.begin());
  }

  /// A paragraph speaks for its container, half as loud for the one around that, and so on.
  void add(const Block& block, std::vector<double>& scores) const {
    if (block.kind != Block::Kind::text && block.kind != Block::Kind::list_item) return;
    if (is_mostly_links(block) || block.text.size() < paragraph_bytes / 2) return;
    constexpr double most_bytes_points = 5;
    constexpr double bytes_a_point = 100;
    constexpr int levels = 3;
    const auto commas = std::count(block.text.begin(), block.text.end(), ',');
    double points =
        1 + std::min<double>(static_cast<double>(commas), 10) +
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

  bool belongs(const Block& block, std::size_t best) const {
    if (hidden_[block.container] || block.kind == Block::Kind::title ||
        block.kind == Block::Kind::caption || block.text == title_)
      return false;
    if (is_mostly_links(block)) return false;
    if (block.is_date && block.text.size() < paragraph_bytes && parse_date(block.text))
      return false;
    if (block.is_author && block.text.size() < paragraph_bytes) return false;
    std::size_t container = block.container;
    while (container != best && container != 0) container = page_.containers[container].parent;
    return container == best;
  }

  /// Labels above the first paragraph and below the last are no part of the text.
  static void trim(std::vector<const Block*>& blocks) {
    const auto is_text = [](const Block* block) {
      return block->text.size() >= paragraph_bytes || ends_sentence(block->text);
    };
    blocks.erase(blocks.begin(), std::find_if(blocks.begin(), blocks.end(), is_text));
    while (!blocks.empty() && !is_text(blocks.back())) blocks.pop_back();
  }

  const Page& page_;
  std::string_view title_;
  std::vector<bool> hidden_;
};

}  // namespace

std::string main_text(const Page& page, std::string_view title) {
  std::string text = Judge(page, title, Judge::Furniture::left_out).text();
  if (text.size() >= fewest_text_bytes) return text;
  std::string all = Judge(page, title, Judge::Furniture::let_in).text();
  return all.size() > 2 * text.size() ? all : text;
}

}  // namespace kliping::indexer::html
