// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libxml/xmlstring.h>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "kliping/schema.hpp"
#include "outlet.hpp"

namespace kliping::indexer {

/// Attributes as libxml2's SAX2 hands them over: five pointers each.
struct XmlAttributes {
  int count;
  const xmlChar** parts;

  /// Empty where there is none of that name.
  std::string_view operator[](std::string_view name) const;
};

/// Makes a row of our fields, in their order, of each item of a feed. Its functions are called with
/// the elements and the text as the XML parser meets them.
class FeedItems {
 public:
  explicit FeedItems(Outlet& outlet);

  /// Names are without their prefix; `line` counts from 1.
  void start(std::string_view name, std::string_view prefix, const XmlAttributes& attributes,
             std::size_t line);
  void end(std::string_view name);
  void text(std::string_view characters);

  bool wants_more() const { return wants_more_; }
  bool is_inside_item() const { return item_depth_ > 0; }
  /// How many began.
  std::size_t count() const { return count_; }
  /// Where the last one began.
  std::size_t start_line() const { return start_line_; }

 private:
  /// The field that an item's child element holds. Of several for one field, that of the lowest
  /// rank is taken.
  struct Meaning {
    std::string_view element;
    schema::Field field;
    int rank;
  };
  static const std::array<Meaning, 18> meanings;

  void begin_item(std::size_t line);
  void begin_child(std::string_view name, const XmlAttributes& attributes);
  void begin_category(const XmlAttributes& attributes);
  void begin_nature(std::string_view name);
  /// Of an author only the name counts; of text in XHTML its markup, for its paragraphs.
  void nested(std::string_view name);
  void end_nested(std::string_view name);
  void end_child();
  void end_item();
  void add(std::string_view characters);
  static std::size_t index(schema::Field field) { return static_cast<std::size_t>(field); }

  Outlet& outlet_;
  const std::size_t limit_;
  int depth_ = 0;
  int item_depth_ = 0;
  int child_depth_ = 0;
  const Meaning* child_ = nullptr;
  std::string child_text_;
  /// WordPress's element at hand.
  std::string nature_;
  bool is_article_ = true;
  bool is_xhtml_ = false;
  bool is_feed_title_ = false;
  bool guid_is_address_ = false;
  bool wants_more_ = true;
  std::string feed_title_;
  std::vector<std::string> row_;
  std::array<int, schema::fields.size()> ranks_{};
  std::size_t item_bytes_ = 0;
  std::size_t count_ = 0;
  std::size_t start_line_ = 0;
};

}  // namespace kliping::indexer
