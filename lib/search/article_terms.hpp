// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <optional>
#include <string>

namespace kliping {

/// Tells which terms the index has for an article. Its list is fetched for the first question;
/// questions in the order of the terms go through it once.
class ArticleTerms {
 public:
  ArticleTerms(const Xapian::Database& database, Xapian::docid document)
      : database_(database), document_(document) {}

  bool has(const std::string& term) {
    if (!at_ || term < last_) at_ = database_.termlist_begin(document_);
    last_ = term;
    const auto end = database_.termlist_end(document_);
    if (*at_ != end && **at_ < term) at_->skip_to(term);
    return *at_ != end && **at_ == term;
  }

 private:
  const Xapian::Database& database_;
  Xapian::docid document_;
  std::optional<Xapian::TermIterator> at_;
  std::string last_;
};

}  // namespace kliping
