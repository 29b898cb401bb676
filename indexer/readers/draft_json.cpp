// SPDX-License-Identifier: GPL-3.0-or-later
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include "draft.hpp"
#include "field_names.hpp"
#include "json_text.hpp"
#include "json_wrapper.hpp"
#include "keyed_draft.hpp"
#include "kliping/text/decode.hpp"
#include "section.hpp"
#include "text/ascii.hpp"

namespace kliping::indexer {

namespace {

using ascii::trimmed;

using schema::Field;
namespace dom = simdjson::dom;

/// A parser keeps the memory of its largest document; past this it is not worth keeping.
constexpr std::size_t kept_parser_bytes = std::size_t{8} << 20;

Message words_for(simdjson::error_code error) {
  switch (error) {
    case simdjson::UTF8_ERROR:
      return message("invalid UTF-8");
    case simdjson::UNCLOSED_STRING:
      return message("a string has no closing quote");
    case simdjson::STRING_ERROR:
      return message("a string has a bad escape");
    case simdjson::UNESCAPED_CHARS:
      return message("a string has a bare control character");
    case simdjson::NUMBER_ERROR:
      return message("a number is malformed");
    case simdjson::DEPTH_ERROR:
      return message("values are nested too deeply");
    case simdjson::CAPACITY:
    case simdjson::MEMALLOC:
      return message("it is too large");
    default:
      return message("a bracket, comma, colon or value is out of place");
  }
}

/// Makes a draft of one JSON object.
class ObjectReader {
 public:
  explicit ObjectReader(const ReadOptions& options) : options_(options), keyed_(options) {}

  Draft read(const dom::object& object) {
    std::vector<dom::key_value_pair> envelopes;
    std::vector<dom::key_value_pair> annotations;
    for (const dom::key_value_pair member : object) {
      if (member.value.is_object() && (is_envelope(member.key) || holds_article(member.value)))
        envelopes.push_back(member);
      else
        take(member.key, member.value);
      if (member.value.is_object() && is_annotation(member.key)) annotations.push_back(member);
    }
    for (const dom::key_value_pair& envelope : envelopes) open(envelope);
    for (const dom::key_value_pair& annotation : annotations) consult(annotation.value);
    Draft& draft = keyed_.draft();
    if (draft[Field::body].empty()) read_page(draft);
    for (std::size_t i = 0; i < options_.map.size(); ++i) {
      const auto& [name, pointer] = options_.map[i];
      const auto field = field_of_name(name);
      if (!field || !pointer.starts_with('/')) continue;
      if (has(object, pointer)) options_.map_use->mark(i);
      draft[*field] = at(object, pointer, separator(*field));
    }
    if (options_.identity == IdentityRule::field && options_.identity_field.starts_with('/'))
      draft.chosen_id = at(object, options_.identity_field, ", ");
    return std::move(draft);
  }

 private:
  /// Whether an object has both a title and a body.
  static bool holds_article(const dom::object& object) {
    bool has_title = false;
    bool has_body = false;
    for (const dom::key_value_pair member : object) {
      const auto guess = guess_field(member.key);
      has_title = has_title || (guess && guess->field == Field::title);
      has_body = has_body || (guess && guess->field == Field::body);
    }
    return has_title && has_body;
  }

  /// A member that may hold the article does where nothing else says anything of it.
  void open(const dom::key_value_pair& envelope) {
    const Draft& draft = keyed_.draft();
    if (!draft[Field::title].empty() || !draft[Field::body].empty())
      return take(envelope.key, envelope.value);
    for (const dom::key_value_pair member : dom::object(envelope.value))
      take(member.key, member.value);
  }

  /// What the record itself leaves open.
  void consult(const dom::object& annotation) {
    for (const dom::key_value_pair member : annotation) {
      const auto guess = guess_field(member.key);
      const bool is_asked = guess && guess->field != Field::body && guess->field != Field::id &&
                            keyed_.draft()[guess->field].empty();
      if (is_asked && member.value.is_string()) take(member.key, member.value);
    }
  }

  /// A crawler's record holds the page as it came, and nothing of what is in it.
  static void read_page(Draft& draft) {
    constexpr std::array<std::string_view, 4> names{"html", "rawhtml", "pagehtml", "htmlsource"};
    const auto is_page = [&](const auto& entry) {
      return std::any_of(names.begin(), names.end(),
                         [&](std::string_view name) { return same_name(name, entry.first); }) &&
             trimmed(entry.second).starts_with('<');
    };
    const auto found = std::find_if(draft.extra.begin(), draft.extra.end(), is_page);
    if (found == draft.extra.end()) return;
    Draft page = draft_of_page(found->second, "UTF-8");
    draft.extra.erase(found);
    for (const schema::FieldInfo& info : schema::fields)
      if (draft[info.field].empty()) draft[info.field] = std::move(page[info.field]);
    draft.objection = std::move(page.objection);
  }

  static std::string_view separator(Field field) { return field == Field::body ? "\n" : ", "; }

  void take(std::string_view key, const dom::element& value) {
    if (options_.identity == IdentityRule::field && key == options_.identity_field)
      keyed_.draft().chosen_id = flat_text(value, ", ");
    if (value.is_null()) return;
    const NameGuess guess = keyed_.meaning(key);
    const bool is_list_id = guess.field == Field::id && value.is_array();
    std::string text;
    if (keyed_.fits(guess) && !is_list_id) text = text_for(guess.field, value);
    if (text.empty() || says_nothing(text))
      keyed_.keep(key, raw_text(value));
    else
      keyed_.put(guess, key, std::move(text));
  }

  static std::string text_for(Field field, const dom::element& value) {
    dom::array sections;
    if (field != Field::section || value.get(sections)) return flat_text(value, separator(field));
    std::vector<std::string> named;
    for (const dom::element section : sections) named.push_back(flat_text(section, ", "));
    return telling_section(named);
  }

  static bool has(const dom::object& object, const std::string& pointer) {
    return object.at_pointer(pointer).error() == simdjson::SUCCESS;
  }

  /// `--map=title=/a/b/0`: an absent path is an absent field.
  static std::string at(const dom::object& object, const std::string& pointer,
                        std::string_view separator) {
    dom::element value;
    return object.at_pointer(pointer).get(value) ? std::string{} : flat_text(value, separator);
  }

  const ReadOptions& options_;
  KeyedDraft keyed_;
};

simdjson::error_code read_object(const std::string& bytes, const ReadOptions& options,
                                 Draft& draft) {
  thread_local std::unique_ptr<dom::parser> parser;
  if (!parser) parser = std::make_unique<dom::parser>();
  dom::object object;
  const simdjson::error_code error = parser->parse(bytes).get(object);
  if (!error) draft = ObjectReader(options).read(object);
  if (bytes.size() > kept_parser_bytes) parser.reset();
  return error;
}

/// The object behind its key, where it is a member of another.
std::string_view without_key(std::string_view json) {
  if (!json.starts_with('"')) return json;
  std::size_t end = 1;
  while (end < json.size() && json[end] != '"') end += json[end] == '\\' ? 2 : 1;
  const std::size_t colon = json.find_first_not_of(" \t\r\n", end + 1);
  if (colon >= json.size() || json[colon] != ':') return json;
  const std::string_view object = trimmed(json.substr(colon + 1));
  return object.starts_with('{') ? object : json;
}

/// What pandas writes of a table where it is not asked for records: columns, or rows without names.
bool is_table_by_columns(std::string_view object) {
  constexpr std::size_t looked_at = 200;
  std::string head(object.substr(0, looked_at));
  std::erase(head, ' ');
  return head.starts_with(R"({"columns":[)") || head.find(R"(":{"0":)") != head.npos;
}

/// The first words of a record, enough to know it again.
std::string excerpt(std::string_view bytes) {
  constexpr std::size_t shown_bytes = 40;
  if (bytes.size() <= shown_bytes) return text::decode(bytes);
  std::size_t end = shown_bytes;
  while (end > 0 && (static_cast<unsigned char>(bytes[end]) & 0xC0) == 0x80) --end;
  return text::decode(bytes.substr(0, end)) + "…";
}

}  // namespace

DraftOrFault draft_from_json(const Record& record, const ReadOptions& options) {
  const std::string_view whole = trimmed(record.bytes);
  // RFC 7464 begins each text with a mark.
  const std::string_view object =
      without_key(whole.starts_with('\x1E') ? trimmed(whole.substr(1)) : whole);
  if (!object.starts_with('{'))
    return fault_of(record, message("not a JSON object: {}", excerpt(object)));
  const std::string unkeyed(object.size() < whole.size() ? object : std::string_view{});
  const std::string& json = unkeyed.empty() ? record.bytes : unkeyed;
  Draft draft;
  const std::string& encoding = record.origin->encoding;
  const bool may_be_utf8 = encoding == "auto" || same_name(encoding, "UTF-8");
  simdjson::error_code error = simdjson::UTF8_ERROR;
  if (may_be_utf8) error = read_object(json, options, draft);
  const auto decoded = [&] { return text::decode(json, encoding); };
  if (error == simdjson::UTF8_ERROR) error = read_object(decoded(), options, draft);
  if (error == simdjson::NUMBER_ERROR)
    error = read_object(quote_long_numbers(decoded()), options, draft);
  if (error == simdjson::STRING_ERROR)
    error = read_object(replace_lone_surrogates(decoded()), options, draft);
  const bool is_empty = draft[Field::title].empty() && draft[Field::body].empty();
  if (error == simdjson::SUCCESS && is_empty && is_table_by_columns(object))
    return fault_of(record, message("a table by its columns, not a list of articles"),
                    message("pandas writes one by to_json(orient='records', lines=True)"));
  if (error == simdjson::SUCCESS) return draft;
  if (read_object(strict_json(decoded()), options, draft) == simdjson::SUCCESS) return draft;
  return fault_of(record, message("not valid JSON: {}", words_for(error)));
}

}  // namespace kliping::indexer
