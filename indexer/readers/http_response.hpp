// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "kliping/message.hpp"

namespace kliping::indexer {

/// Looks up headers as those of HTTP and mail, by name in any case. Folded lines are joined.
class HeaderFields {
 public:
  /// `block`: lines up to an empty one, which need not be there.
  explicit HeaderFields(std::string_view block) : block_(block) {}
  /// Trimmed; empty where there is none.
  std::string operator[](std::string_view name) const;

 private:
  std::string_view block_;
};

/// Where the head of a header block ends: behind its empty line; nothing where none is.
std::optional<std::size_t> end_of_headers(std::string_view bytes);

/// What an HTTP response's head says.
struct HttpHead {
  int status = 0;
  /// In lower case, without parameters.
  std::string media_type;
  std::string charset;
  std::string transfer_encoding;
  std::string content_encoding;
  std::size_t bytes = 0;

  bool is_page() const {
    return media_type == "text/html" || media_type == "application/xhtml+xml";
  }
  bool is_text() const { return media_type == "text/plain"; }
};

std::optional<HttpHead> read_http_head(std::string_view response);

struct HttpBody {
  std::string bytes;
};
struct HttpFault {
  Message message;
};

/// The body, with its chunks joined, and decompressed up to `max_bytes`. A body that is not encoded
/// as the head says is taken as it is: many crawlers decode the body but keep the head.
std::variant<HttpBody, HttpFault> http_body(const HttpHead& head, std::string_view response,
                                            std::size_t max_bytes);

}  // namespace kliping::indexer
