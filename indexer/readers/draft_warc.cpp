// SPDX-License-Identifier: GPL-3.0-or-later
#include "draft.hpp"
#include "http_response.hpp"

namespace kliping::indexer {

namespace {

/// Early crawlers wrote the address in angle brackets, as WARC 1.0's grammar has it.
std::string address(std::string text) {
  if (text.size() > 2 && text.starts_with('<') && text.ends_with('>'))
    return text.substr(1, text.size() - 2);
  return text;
}

}  // namespace

/// The framer has seen to it that the record is a response with a page or text.
DraftOrFault draft_from_warc(const Record& record, const ReadOptions& options) {
  const std::string_view bytes = record.bytes;
  const HeaderFields fields(bytes);
  const std::string_view response = bytes.substr(end_of_headers(bytes).value_or(bytes.size()));
  const auto head = read_http_head(response);
  if (!head) return fault_of(record, message("not an HTTP response"));
  auto body = http_body(*head, response, options.max_record_bytes);
  if (const auto* fault = std::get_if<HttpFault>(&body)) return fault_of(record, fault->message);
  const std::string& content = std::get<HttpBody>(body).bytes;
  const std::string& encoding = record.origin->encoding;
  Draft draft = head->is_page() ? draft_of_page(content, encoding, head->charset)
                                : draft_of_text(content, encoding);
  draft[schema::Field::url] = address(fields["WARC-Target-URI"]);
  draft.captured = fields["WARC-Date"];
  if (options.identity == IdentityRule::field) draft.chosen_id = fields[options.identity_field];
  return draft;
}

}  // namespace kliping::indexer
