// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_text.hpp"

#include <algorithm>
#include <vector>

#include "kliping/date.hpp"
#include "teaser.hpp"
#include "text/ascii.hpp"

namespace kliping::indexer::html {

namespace {

/// Shorter lines may be labels.
constexpr std::size_t paragraph_bytes = 80;
/// If less text than this is found, the article may be in what was taken for furniture.
constexpr std::size_t fewest_text_bytes = 200;
/// A widget with more running text than this holds the article: no share bar or banner has so much.
constexpr std::size_t most_widget_bytes = 600;
/// A page with less text than this may be a photo page, whose captions are the article.
constexpr std::size_t photo_page_bytes = 400;

bool ends_sentence(std::string_view text) {
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with('"') ||
         text.ends_with(')') || text.ends_with(']') || text.ends_with("”");
}

/// Whether a line is navigation rather than text: most of it is links, and it is no sentence that
/// goes on behind a link.
bool is_mostly_links(const Block& block) {
  const std::size_t others = block.text.size() - block.link_bytes;
  const bool goes_on = others >= paragraph_bytes / 2 && ends_sentence(block.text);
  return block.link_bytes > others && !goes_on;
}

constexpr std::string_view dashes[] = {" - ", "--", "–", "—"};

/// `Jakarta -` on a line of its own.
bool is_dateline(std::string_view text) {
  return text.ends_with("-") || text.ends_with("–") || text.ends_with("—");
}

/// `Foto: © Twitter.com`: a line that says whose picture it is.
bool is_credit(const Block& block) {
  constexpr std::size_t longest_credit = 200;
  return block.text.size() <= longest_credit && block.text.find("©") != std::string::npos;
}

/// `Jakarta (Antara) - Hujan`: with such a line the text of an article begins.
bool begins_with_dateline(std::string_view text) {
  constexpr std::size_t longest_dateline = 60;
  text = text.substr(0, longest_dateline);
  return std::any_of(std::begin(dashes), std::end(dashes),
                     [&](std::string_view dash) { return text.find(dash) != text.npos; });
}

/// Whether a line has no letter and no digit, such as one of zero-width spaces.
bool is_void(const Block& block) {
  return std::none_of(block.text.begin(), block.text.end(), ascii::is_letter_or_digit);
}

std::string joined(const std::vector<const Block*>& blocks) {
  std::size_t bytes = 0;
  for (const Block* block : blocks) bytes += block->text.size() + 1;
  std::string text;
  text.reserve(bytes);
  for (const Block* block : blocks) {
    if (!text.empty()) text += '\n';
    text += block->text;
  }
  return text;
}

/// The commas that count. A list of words has more of them than prose, which gains it nothing.
double commas_in(std::string_view text) {
  constexpr std::size_t most = 10;
  constexpr std::size_t bytes_a_comma = 40;
  const auto commas = static_cast<std::size_t>(std::count(text.begin(), text.end(), ','));
  return static_cast<double>(std::min({commas, most, text.size() / bytes_a_comma}));
}

/// Finds the blocks of a page that are the article.
class Judge {
 public:
  enum class Furniture { left_out, let_in };

  Judge(const Page& page, std::string_view title, Furniture furniture)
      : page_(page), title_(title), hidden_(page.containers.size(), false) {
    const auto is_heading = [&](const Block& block) {
      return block.text == title_ && block.link_bytes == 0;
    };
    heading_ = static_cast<std::size_t>(
        std::find_if(page.blocks.begin(), page.blocks.end(), is_heading) - page.blocks.begin());
    if (furniture == Furniture::left_out) hide();
  }

  std::string text() const {
    const std::vector<bool> inside = with_kin(best_container());
    std::vector<const Block*> kept;
    for (const Block& block : page_.blocks)
      if (inside[block.container] && belongs(block)) kept.push_back(&block);
    const std::vector<const Block*> all = kept;
    trim(kept);
    // A poem has no sentences to begin and end with.
    if (kept.empty()) kept = all;
    if (!kept.empty()) add_lead(kept, inside);
    return joined(kept);
  }

  /// Whether a caption tells something, and not only whose picture it is.
  static bool is_told(const Block& caption) {
    return caption.text.size() >= paragraph_bytes ||
           (caption.text.size() >= paragraph_bytes / 2 && caption.text.ends_with('.'));
  }

  /// The captions, which are the article on a photo page.
  std::string captions() const {
    std::vector<const Block*> kept;
    for (const Block& block : page_.blocks)
      if (block.kind == Block::Kind::caption && !hidden_[block.container] &&
          !is_mostly_links(block) && is_told(block))
        kept.push_back(&block);
    return joined(kept);
  }

 private:
  /// Hides furniture, and widgets without running text, each with all that is inside it.
  void hide() {
    const std::vector<Container>& all = page_.containers;
    for (std::size_t i = 0; i < all.size(); ++i)
      hidden_[i] = all[i].role == Role::furniture || (i > 0 && hidden_[all[i].parent]);
    // A container comes after the one around it. Going backwards, each hands the sum of its running
    // text on to that one.
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
      add(block, points_of(block), scores);
      if (body[block.container] != 0) declared[body[block.container]] += block.text.size();
    }
    add_by_heading(scores);
    const auto longest = std::max_element(declared.begin(), declared.end());
    const auto highest = std::max_element(scores.begin(), scores.end());
    return static_cast<std::size_t>(*longest >= fewest_text_bytes ? longest - declared.begin()
                                                                  : highest - scores.begin());
  }

  /// The number of blocks in each container, with those in the containers inside it.
  std::vector<std::size_t> blocks_beneath() const {
    std::vector<std::size_t> beneath(page_.containers.size(), 0);
    for (const Block& block : page_.blocks) ++beneath[block.container];
    for (std::size_t i = beneath.size(); i-- > 1;)
      beneath[page_.containers[i].parent] += beneath[i];
    return beneath;
  }

  static double points_of(const Block& block) {
    if (block.kind != Block::Kind::text && block.kind != Block::Kind::list_item) return 0;
    if (is_mostly_links(block) || block.text.size() < paragraph_bytes / 2) return 0;
    constexpr double most_bytes_points = 5;
    constexpr double bytes_a_point = 100;
    const double points =
        1 + commas_in(block.text) +
        std::min(static_cast<double>(block.text.size()) / bytes_a_point, most_bytes_points);
    return block.kind == Block::Kind::list_item ? points / 3 : points;
  }

  static double weight_of(const Container& container) {
    return container.is_article ? 1.5 : container.role == Role::content ? 1.3 : 1.0;
  }

  /// Gives a paragraph's points to its container, half of them to the container around that, and so
  /// on. A container that holds nothing but another one gets the same points as that one.
  void add(const Block& block, double points, std::vector<double>& scores) const {
    constexpr int levels = 3;
    constexpr int most_wrappers = 16;
    std::size_t container = block.container;
    for (int level = 0, wrappers = 0; level < levels && points > 0;) {
      const Container& here = page_.containers[container];
      scores[container] += points * weight_of(here);
      if (container == 0) return;
      if (beneath_[here.parent] > beneath_[container] || ++wrappers > most_wrappers) {
        points /= 2;
        ++level;
      }
      container = here.parent;
    }
  }

  /// Gives points to the container where the first paragraph behind the heading is: more text
  /// elsewhere may be of another article. The containers around it get nearly as much, because it
  /// may be only the first part of the text.
  void add_by_heading(std::vector<double>& scores) const {
    constexpr int levels = 4;
    constexpr double points_by_heading = 4;
    constexpr double kept_outside = 0.85;
    const std::size_t first = first_behind_heading();
    if (first == page_.blocks.size()) return;
    std::size_t container = page_.blocks[first].container;
    double points = points_by_heading;
    for (int level = 0; level < levels && container != 0; ++level) {
      const std::size_t around = page_.containers[container].parent;
      scores[container] += points * weight_of(page_.containers[container]);
      if (beneath_[around] > beneath_[container]) points *= kept_outside;
      container = around;
    }
  }

  /// The containers that hold the text: the best one, its neighbours of the same kin, since some
  /// pages cut their text into parts, and all containers inside these.
  std::vector<bool> with_kin(std::size_t best) const {
    const std::vector<Container>& all = page_.containers;
    std::vector<bool> inside(all.size(), false);
    for (std::size_t i = 0; i < all.size(); ++i) {
      const bool is_kin =
          all[i].kin != 0 && all[i].kin == all[best].kin && all[i].parent == all[best].parent;
      inside[i] = i == best || (best > 0 && is_kin) || (i > 0 && inside[all[i].parent]);
    }
    return inside;
  }

  bool is_paragraph(const Block& block) const {
    return block.kind == Block::Kind::text && !hidden_[block.container] &&
           block.text.size() >= paragraph_bytes / 2 && ends_sentence(block.text) &&
           belongs(block) && !block.is_author;
  }

  /// The index of the first paragraph behind the heading; the number of blocks if there is none.
  std::size_t first_behind_heading() const {
    std::size_t at = heading_;
    while (at < page_.blocks.size() && !is_paragraph(page_.blocks[at])) ++at;
    return at;
  }

  /// Adds the paragraphs between the heading and the text: some pages have the first paragraph
  /// outside of the container of the others.
  void add_lead(std::vector<const Block*>& kept, const std::vector<bool>& inside) const {
    if (begins_with_dateline(kept.front()->text)) return;
    constexpr std::size_t most_paragraphs = 2;
    std::vector<const Block*> lead;
    for (std::size_t i = heading_; i < page_.blocks.size(); ++i) {
      const Block& block = page_.blocks[i];
      if (inside[block.container]) break;
      if (is_paragraph(block) && block.text.size() >= paragraph_bytes) lead.push_back(&block);
    }
    const bool is_repeated =
        !lead.empty() && kept.front()->text.find(lead.front()->text) != std::string::npos;
    if (lead.size() <= most_paragraphs && !is_repeated)
      kept.insert(kept.begin(), lead.begin(), lead.end());
  }

  /// Whether a block inside the article's containers is a part of its text.
  bool belongs(const Block& block) const {
    if (hidden_[block.container] || block.kind == Block::Kind::title ||
        block.kind == Block::Kind::caption || block.text == title_)
      return false;
    if (is_mostly_links(block) || is_void(block) || is_teaser(block) || is_credit(block))
      return false;
    if (block.text.size() >= paragraph_bytes) return true;
    if (block.is_date && parse_date(block.text)) return false;
    return !block.is_author || ends_sentence(block.text);
  }

  /// Takes off labels above the first paragraph and below the last.
  static void trim(std::vector<const Block*>& blocks) {
    const auto is_text = [](const Block* block) {
      return block->text.size() >= paragraph_bytes || ends_sentence(block->text);
    };
    const auto begins_text = [&](const Block* block) {
      return is_text(block) || is_dateline(block->text);
    };
    blocks.erase(blocks.begin(), std::find_if(blocks.begin(), blocks.end(), begins_text));
    // A heading at the end belongs to something that was left out.
    while (!blocks.empty() &&
           (!is_text(blocks.back()) || blocks.back()->kind == Block::Kind::heading))
      blocks.pop_back();
  }

  const Page& page_;
  std::string_view title_;
  std::vector<bool> hidden_;
  std::vector<std::size_t> beneath_ = blocks_beneath();
  /// The index of the title's block; the number of blocks if the title is not on the page.
  std::size_t heading_ = 0;
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
