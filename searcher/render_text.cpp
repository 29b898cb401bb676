// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "kliping/language.hpp"
#include "search/article_fields.hpp"
#include "search/snippet.hpp"
#include "searcher/render.hpp"
#include "text/code_point.hpp"
#include "text/printable.hpp"

namespace kliping::searcher {

namespace {

constexpr std::size_t title_from_body_length = 80;
constexpr std::size_t named_duplicates = 3;
constexpr std::string_view indent = "   ";

/// A stretch of a line in one colour; "" is the terminal's own.
struct Stretch {
  std::string text;
  std::string_view code;
};

/// A word of a marked text. Colours may begin and end inside it.
struct Word {
  std::vector<Stretch> stretches;
  int columns = 0;
};

class TextRenderer final : public Renderer {
 public:
  explicit TextRenderer(const TextStyle& style) : style_(style) {}

  std::string hit(const ExplainedHit& hit) override {
    const Article& article = hit.article;
    std::string out = first_ ? "" : "\n";
    first_ = false;
    const std::string number = fmt::format("{}. ", hit.rank);
    out += title(hit, number) + '\n';
    const std::string facts = facts_of(article);
    if (!facts.empty()) out += aside(facts);
    const std::string& place = whereabouts(article);
    if (!place.empty()) {
      out += fmt::format("{}{}\n", indent, paint(one_line(place), sgr::dim));
    }
    if (!hit.duplicate_ids.empty()) out += aside(duplicates_of(hit));
    if (!hit.extract.snippet.text.empty()) {
      out += std::string{indent} + wrapped(hit.extract.snippet, "", indent) + '\n';
    }
    for (const ScorePart& part : hit.parts) {
      out +=
          paint(fmt::format("{}{:9.4f}  {}", indent, part.weight, one_line(part.what)), sgr::dim);
      out += '\n';
    }
    return out;
  }

  std::string facet(const Facet& facet) override {
    const std::string gap = std::exchange(first_, false) ? "" : "\n";
    return gap + facet_text(facet, style_);
  }

  std::string summary(const Summary& summary) override {
    const std::string matches = tr(article_count(summary.matches));
    return fmt::format("{}{}{} ({:.1f} ms)\n", first_ ? "" : "\n", matches,
                       summary.partial ? tr(", not all databases answered") : "",
                       summary.elapsed_ms);
  }

 private:
  std::string paint(std::string_view text, std::string_view code) const {
    return searcher::paint(style_, text, code);
  }

  /// The title, or if there is none the first words of the body.
  std::string title(const Hit& hit, const std::string& number) const {
    MarkedText title = hit.extract.title;
    if (title.text.empty()) title.text = head_of(hit.article.body, title_from_body_length);
    if (title.text.empty()) title.text = one_line(hit.article.id);
    const std::string margin(number.size(), ' ');
    return number +
           linked(style_, wrapped(title, sgr::bold, margin), hit.article.url, margin.size());
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

  static std::string duplicates_of(const Hit& hit) {
    const std::size_t count = hit.duplicate_ids.size();
    std::string line =
        tr(counted(count, "and {} near-duplicate:", "and {} near-duplicates:", count));
    for (std::size_t i = 0; i < std::min(count, named_duplicates); ++i) {
      line += fmt::format("{} {}", i == 0 ? "" : ",", one_line(hit.duplicate_ids[i]));
    }
    return line + (count > named_duplicates ? ", …" : "");
  }

  std::string aside(const std::string& text) const {
    return std::string{indent} + wrapped({text, {}}, sgr::dim, indent) + '\n';
  }

  /// Breaks lines at spaces. A highlight that is broken begins again on the next line.
  std::string wrapped(const MarkedText& marked, std::string_view base,
                      std::string_view margin) const {
    if (style_.width == 0 && style_.colors == Colors::off) return marked.text;
    std::string out;
    std::vector<Stretch> line;
    int column = static_cast<int>(margin.size());
    for (const Word& word : words_of(marked, base)) {
      const bool fits = style_.width == 0 || column + 1 + word.columns <= style_.width;
      if (!line.empty() && fits) {
        const bool goes_on = line.back().code == word.stretches.front().code;
        append(line, {" ", goes_on ? line.back().code : std::string_view{}});
        ++column;
      } else if (!line.empty()) {
        out += painted(line) + fmt::format("\n{}", margin);
        line.clear();
        column = static_cast<int>(margin.size());
      }
      for (const Stretch& stretch : word.stretches) append(line, stretch);
      column += word.columns;
    }
    return out + painted(line);
  }

  static void append(std::vector<Stretch>& line, const Stretch& stretch) {
    if (!line.empty() && line.back().code == stretch.code) {
      line.back().text += stretch.text;
    } else {
      line.push_back(stretch);
    }
  }

  std::string painted(const std::vector<Stretch>& line) const {
    std::string out;
    for (const Stretch& stretch : line) out += paint(stretch.text, stretch.code);
    return out;
  }

  static std::vector<Word> words_of(const MarkedText& marked, std::string_view base) {
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
        word.stretches.push_back({std::string{text.substr(at, stop - at)}, lit ? sgr::lit : base});
        at = stop;
      }
      if (word.stretches.empty()) word.stretches.push_back({"", base});
      words.push_back(std::move(word));
      begin = end + 1;
    }
    return words;
  }

  TextStyle style_;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<Renderer> text_renderer(const TextStyle& style) {
  return std::make_unique<TextRenderer>(style);
}

std::string show_text(const Shown& shown, const TextStyle& style) {
  const Article& article = shown.article;
  std::string out;
  const auto field = [&](std::string_view name, const std::string& value) {
    if (value.empty()) return;
    out += fmt::format("{} {}\n", paint(style, fmt::format("{}:", name), sgr::bold),
                       without_controls(value));
  };
  for (const char* const name :
       {"id", "title", "date", "source", "section", "author", "url", "locator"}) {
    field(name, field_text(article, name));
  }
  for (const auto& [name, value] : article.extra) field(without_controls(name), value);
  out += '\n';
  const std::string_view body = article.body;
  std::size_t at = 0;
  for (const Span& span : shown.highlights) {
    out += without_controls(body.substr(at, span.begin - at));
    out += paint(style, without_controls(body.substr(span.begin, span.size())), sgr::lit);
    at = span.end;
  }
  out += without_controls(body.substr(at));
  if (!out.ends_with('\n')) out += '\n';
  return out;
}

}  // namespace kliping::searcher
