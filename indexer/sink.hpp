// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kliping/glass/document.hpp"
#include "kliping/schema.hpp"

/// Where index documents go. A sink takes plain values, so that Xapian's own writer and the bulk
/// builder can stand behind one interface.
namespace kliping::indexer {

/// A term of a document, of the bulk builder's own type: a document has hundreds, and none is
/// copied on its way there. The views are valid only during the call that passes them. The wdf of a
/// boolean term is 0.
using DocumentTerm = glass::Term;

struct DocumentValue {
  schema::Slot slot;
  std::string_view value;
};

struct IndexDocument {
  /// The term that identifies the document; it is also one of `terms`.
  std::string_view identity;
  /// The stored article, compressed by ArticlePacker.
  std::string_view data;
  /// In ascending byte order, each once.
  std::span<const DocumentTerm> terms;
  std::span<const DocumentValue> values;
};

/// Takes documents into a sink. For one thread; each thread opens its own.
class Lane {
 public:
  Lane() = default;
  Lane(const Lane&) = delete;
  Lane& operator=(const Lane&) = delete;
  virtual ~Lane() = default;

  /// Batches are numbered from 0 without gaps, and one batch goes through one lane. Documents end
  /// up ordered by batch, then as added, whichever lane was faster.
  virtual void begin_batch(std::uint64_t number) = 0;
  virtual void add(const IndexDocument& document) = 0;
  virtual void end_batch() = 0;
};

/// Older versions of articles, which the documents of a run replace.
struct Replaced {
  /// Documents of the index as it was before the run.
  std::vector<std::uint32_t> documents;
  /// Identity terms that were added more than once in the run: the last one stands.
  std::vector<std::string> identities;
};

/// What a run does at its end, beside the documents it added.
struct Completion {
  Replaced replaced;
  /// Documents of the index as it was before the run that leave it.
  std::vector<std::uint32_t> removed;
  /// Metadata of the database, to be set.
  std::map<std::string, std::string> metadata;
};

class Sink {
 public:
  Sink() = default;
  Sink(const Sink&) = delete;
  Sink& operator=(const Sink&) = delete;
  virtual ~Sink() = default;

  virtual std::unique_ptr<Lane> open_lane() = 0;

  /// Makes all that was added durable and visible; called once, after every batch has ended.
  /// A sink that is destroyed without it leaves the index as it was at its last commit.
  virtual void publish(const Completion& completion) = 0;
};

}  // namespace kliping::indexer
