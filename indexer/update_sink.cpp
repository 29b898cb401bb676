// SPDX-License-Identifier: GPL-3.0-or-later
#include "update_sink.hpp"

#include <string>

#include "finished_database.hpp"
#include "kliping/schema.hpp"
#include "xapian_document.hpp"

namespace kliping::indexer {

class UpdateSink::UpdateLane final : public Lane {
 public:
  explicit UpdateLane(UpdateSink& sink) : sink_(sink) {}

  void begin_batch(std::uint64_t) override {}
  void add(const IndexDocument& document) override { sink_.add(document); }
  void end_batch() override { sink_.commit_when_large(); }

 private:
  UpdateSink& sink_;
};

UpdateSink::UpdateSink(DatabaseFolder& folder)
    : database_(folder.generation().value().string(), Xapian::DB_OPEN) {
  // Without a transaction, the database's destructor would commit half a run.
  database_.begin_transaction();
  // Together with the first article of this format.
  database_.set_metadata(std::string{schema::metadata::version}, std::to_string(schema::version));
}

UpdateSink::~UpdateSink() {
  try {
    database_.cancel_transaction();
  } catch (const Xapian::Error&) {
    // Published, or past saving: the last commit stands.
  }
}

std::unique_ptr<Lane> UpdateSink::open_lane() {
  return std::make_unique<UpdateLane>(*this);
}

void UpdateSink::add(const IndexDocument& document) {
  database_.replace_document(std::string{document.identity}, to_xapian(document));
  uncommitted_bytes_ += document.data.size();
}

void UpdateSink::commit_when_large() {
  if (uncommitted_bytes_ < commit_bytes) return;
  database_.commit_transaction();
  uncommitted_bytes_ = 0;
  database_.begin_transaction();
}

void UpdateSink::publish(const Completion& completion) {
  for (const auto& [key, value] : completion.metadata) database_.set_metadata(key, value);
  database_.commit_transaction();
  delete_documents(database_, completion.removed);
  database_.commit();
}

}  // namespace kliping::indexer
