// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed_items.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <climits>

#include "feed_nature.hpp"
#include "html/escape.hpp"
#include "text/ascii.hpp"
#include "xml_view.hpp"

namespace kliping::indexer {

using schema::Field;

namespace {

using ascii::trimmed;

/// Extensions whose names are those of the feed's own elements.
constexpr std::array<std::string_view, 8> foreign_prefixes{
    "media", "itunes", "thr", "yt", "georss", "slash", "googleplay", "excerpt"};

constexpr std::size_t longest_title = 1000;

}  // namespace

const std::array<FeedItems::Meaning, 18> FeedItems::meanings{{
    {"title", Field::title, 0},
    {"encoded", Field::body, 0},
    {"content", Field::body, 1},
    {"description", Field::body, 2},
    {"summary", Field::body, 3},
    {"pubDate", Field::date, 0},
    {"published", Field::date, 0},
    {"issued", Field::date, 1},
    {"date", Field::date, 2},
    {"updated", Field::date, 3},
    {"modified", Field::date, 4},
    {"origLink", Field::url, 0},
    {"link", Field::url, 1},
    {"guid", Field::id, 0},
    {"id", Field::id, 1},
    {"category", Field::section, 0},
    {"creator", Field::author, 0},
    {"author", Field::author, 1},
}};

std::string_view XmlAttributes::operator[](std::string_view name) const {
  for (int i = 0; i < count; ++i)
    if (const xmlChar** const part = parts + 5 * i; view(part[0]) == name)
      return view(part[3], static_cast<std::size_t>(part[4] - part[3]));
  return {};
}

FeedItems::FeedItems(Outlet& outlet) : outlet_(outlet), limit_(outlet.options().max_record_bytes) {}

void FeedItems::start(std::string_view name, std::string_view prefix,
                      const XmlAttributes& attributes, std::size_t line) {
  ++depth_;
  if (item_depth_ == 0) {
    is_feed_title_ = name == "title" && prefix.empty() && feed_title_.empty();
    if (name == "item" || name == "entry") begin_item(line);
  } else if (child_depth_ > 0) {
    nested(name);
  } else if (prefix == wordpress_prefix) {
    begin_nature(name);
  } else if (std::find(foreign_prefixes.begin(), foreign_prefixes.end(), prefix) ==
             foreign_prefixes.end()) {
    begin_child(name, attributes);
  }
}

void FeedItems::end(std::string_view name) {
  if (child_ != nullptr && depth_ > child_depth_) end_nested(name);
  if (depth_ == child_depth_) end_child();
  if (depth_ == item_depth_) end_item();
  is_feed_title_ = false;
  --depth_;
}

void FeedItems::text(std::string_view characters) {
  if (is_feed_title_ && feed_title_.size() + characters.size() <= longest_title)
    feed_title_ += characters;
  if (child_ == nullptr && nature_.empty()) return;
  if (is_xhtml_)
    add(html::escaped(characters));
  else
    add(characters);
}

void FeedItems::begin_item(std::size_t line) {
  ++count_;
  item_depth_ = depth_;
  start_line_ = line;
  row_.assign(schema::fields.size(), {});
  ranks_.fill(INT_MAX);
  item_bytes_ = 0;
  guid_is_address_ = false;
  is_article_ = true;
}

void FeedItems::begin_child(std::string_view name, const XmlAttributes& attributes) {
  child_depth_ = depth_;
  const auto* const known = std::find_if(meanings.begin(), meanings.end(),
                                         [&](const Meaning& m) { return m.element == name; });
  const bool is_wanted = known != meanings.end() && known->rank < ranks_[index(known->field)];
  child_ = is_wanted ? known : nullptr;
  child_text_.clear();
  is_xhtml_ = name == "content" && attributes["type"] == "xhtml";
  if (name == "guid") guid_is_address_ = attributes["isPermaLink"] != "false";
  if (name == "category") begin_category(attributes);
  const std::string_view relation = attributes["rel"];
  if (name == "link" && !attributes["href"].empty()) {
    child_text_ = attributes["href"];
    if (!relation.empty() && relation != "alternate") child_ = nullptr;
  }
}

void FeedItems::begin_category(const XmlAttributes& attributes) {
  const std::string_view term = attributes["term"];
  child_text_ = attributes["label"].empty() ? term : attributes["label"];
  if (!is_kind(attributes["scheme"])) return;
  if (!is_kind_of_article(term)) is_article_ = false;
  child_ = nullptr;
}

void FeedItems::begin_nature(std::string_view name) {
  child_depth_ = depth_;
  child_text_.clear();
  nature_ = name;
}

void FeedItems::nested(std::string_view name) {
  if (child_ == nullptr) return;
  if (child_->field == Field::author) child_text_.clear();
  if (is_xhtml_) add(fmt::format("<{}>", name));
}

void FeedItems::end_nested(std::string_view name) {
  if (is_xhtml_) add(fmt::format("</{}>", name));
  if (child_->field == Field::author && name == "name") {
    end_child();
    child_depth_ = depth_ - 1;
  }
}

void FeedItems::end_child() {
  child_depth_ = 0;
  const std::string_view value = trimmed(child_text_);
  if (disowns_article(nature_, value)) is_article_ = false;
  nature_.clear();
  if (child_ == nullptr) return;
  if (!value.empty()) {
    ranks_[index(child_->field)] = child_->rank;
    row_[index(child_->field)] = value;
  }
  child_ = nullptr;
}

void FeedItems::end_item() {
  item_depth_ = 0;
  if (!is_article_) return;
  std::string& id = row_[index(Field::id)];
  std::string& url = row_[index(Field::url)];
  const bool id_is_address = id.starts_with("http://") || id.starts_with("https://");
  if (url.empty() && id_is_address) url = id;
  // A permanent link is an address, and addresses identify an article wherever it is met.
  if (id_is_address && guid_is_address_) id.clear();
  if (url.empty()) row_[index(Field::source)] = trimmed(feed_title_);
  if (item_bytes_ > limit_)
    outlet_.oversized(start_line_);
  else
    wants_more_ = outlet_.row(start_line_, std::move(row_));
}

void FeedItems::add(std::string_view characters) {
  item_bytes_ += characters.size();
  if (item_bytes_ <= limit_) child_text_ += characters;
}

}  // namespace kliping::indexer
