// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <utility>

#include "searcher/article_fields.hpp"
#include "searcher/render.hpp"
#include "searcher/utf8.hpp"

namespace kliping::searcher {

namespace {

constexpr std::size_t title_from_body_length = 80;
constexpr std::string_view indent = "   ";

/// Select Graphic Rendition codes of ECMA-48, which every terminal knows.
namespace sgr {
constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view lit = "\x1b[1;31m";
constexpr std::string_view dim = "\x1b[2m";
constexpr std::string_view reset = "\x1b[0m";
}  // namespace sgr

/// A word of a marked text with the colours that begin and end in it already put in.
struct Word {
  std::string text;
  int columns = 0;
};

class TextRenderer final : public Renderer {
 public:
  explicit TextRenderer(const TextStyle& style) : style_(style) {}

  std::string hit(const Hit& hit) override {
    const Article& article = hit.article;
    std::string out = first_ ? "" : "\n";
    first_ = false;
    const std::string number = fmt::format("{}. ", hit.rank);
    out += title(hit, number) + '\n';
    const std::string facts = facts_of(article);
    if (!facts.empty()) out += fmt::format("{}{}\n", indent, paint(facts, sgr::dim));
    const std::string& place = whereabouts(article);
    if (!place.empty()) {
      out += fmt::format("{}{}\n", indent, paint(one_line(place), sgr::dim));
    }
    if (!hit.extract.snippet.text.empty()) {
      out += std::string{indent} + wrapped(hit.extract.snippet, "", indent) + '\n';
    }
    return out;
  }

  std::string summary(const Summary& summary) override {
    return fmt::format("{}{} {} ({:.1f} ms)\n", first_ ? "" : "\n", summary.matches,
                       summary.matches == 1 ? "article" : "articles", summary.elapsed_ms);
  }

 private:
  bool colors() const { return style_.colors == Colors::on; }

  std::string paint(const std::string& text, std::string_view code) const {
    return colors() ? fmt::format("{}{}{}", code, text, sgr::reset) : text;
  }

  static std::string one_line(std::string_view text) {
    std::string out = without_controls(text);
    for (char& c : out) {
      if (c == '\n' || c == '\t') c = ' ';
    }
    return out;
  }

  /// No title: the first words of the body stand in.
  std::string title(const Hit& hit, const std::string& number) const {
    if (!hit.extract.title.text.empty()) {
      return number + wrapped(hit.extract.title, sgr::bold, std::string(number.size(), ' '));
    }
    const std::string head = head_of(hit.article.body, title_from_body_length);
    return number + paint(head.empty() ? one_line(hit.article.id) : head, sgr::bold);
  }

  static std::string facts_of(const Article& article) {
    std::string facts = article.date ? to_iso_day(*article.date) : "";
    for (const std::string* fact : {&article.source, &article.section}) {
      if (fact->empty()) continue;
      facts += facts.empty() ? "" : " · ";
      facts += one_line(*fact);
    }
    return facts;
  }

  /// Breaks lines at spaces; a highlight is lit again on its second line.
  std::string wrapped(const MarkedText& marked, std::string_view base,
                      std::string_view margin) const {
    std::string out;
    int column = static_cast<int>(margin.size());
    for (const Word& word : words_of(marked, base)) {
      const bool fits = style_.width == 0 || column + 1 + word.columns <= style_.width;
      if (!out.empty() && fits) {
        out += ' ';
        ++column;
      } else if (!out.empty()) {
        out += fmt::format("\n{}", margin);
        column = static_cast<int>(margin.size());
      }
      out += word.text;
      column += word.columns;
    }
    return out;
  }

  std::vector<Word> words_of(const MarkedText& marked, std::string_view base) const {
    std::vector<Word> words;
    const std::string_view text = marked.text;
    auto light = marked.highlights.begin();
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find(' ', begin), text.size());
      Word word{{}, utf8::columns(text.substr(begin, end - begin))};
      for (std::size_t at = begin; at < end;) {
        while (light != marked.highlights.end() && light->end <= at) ++light;
        const bool lit = light != marked.highlights.end() && light->begin <= at;
        const std::size_t change = light == marked.highlights.end() ? end
                                   : lit                            ? light->end
                                                                    : light->begin;
        const std::size_t stop = std::min(end, change);
        word.text += painted(std::string{text.substr(at, stop - at)}, lit ? sgr::lit : base);
        at = stop;
      }
      words.push_back(std::move(word));
      begin = end + 1;
    }
    return words;
  }

  std::string painted(std::string text, std::string_view code) const {
    return code.empty() ? text : paint(text, code);
  }

  TextStyle style_;
  bool first_ = true;
};

class LocatorRenderer final : public Renderer {
 public:
  explicit LocatorRenderer(char terminator) : terminator_(terminator) {}

  std::string hit(const Hit& hit) override { return whereabouts(hit.article) + terminator_; }
  std::string summary(const Summary&) override { return {}; }

 private:
  char terminator_;
};

}  // namespace

std::unique_ptr<Renderer> text_renderer(const TextStyle& style) {
  return std::make_unique<TextRenderer>(style);
}

std::unique_ptr<Renderer> locator_renderer(char terminator) {
  return std::make_unique<LocatorRenderer>(terminator);
}

std::string without_controls(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto c = utf8::decode(text, i);
    if (!utf8::is_control(c.value) || c.value == '\n' || c.value == '\t') {
      out += c.value == 0xFFFD ? std::string_view{"\xEF\xBF\xBD"} : text.substr(i, c.bytes);
    }
    i += c.bytes;
  }
  return out;
}

std::string show_text(const Article& article, const TextStyle& style) {
  std::string out;
  const auto field = [&](std::string_view name, const std::string& value) {
    if (value.empty()) return;
    const bool colors = style.colors == Colors::on;
    out += fmt::format("{}{}:{} {}\n", colors ? sgr::bold : "", name, colors ? sgr::reset : "",
                       without_controls(value));
  };
  field("id", article.id);
  field("title", article.title);
  field("date", article.date ? to_iso(*article.date) : "");
  field("source", article.source);
  field("section", article.section);
  field("author", article.author);
  field("url", article.url);
  field("locator", article.locator);
  for (const auto& [name, value] : article.extra) field(without_controls(name), value);
  out += '\n' + without_controls(article.body);
  if (!out.ends_with('\n')) out += '\n';
  return out;
}

}  // namespace kliping::searcher
