// SPDX-License-Identifier: GPL-3.0-or-later
#include "add_run.hpp"

#include <fmt/format.h>
#include <malloc.h>

#include <algorithm>
#include <atomic>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

#include "batch.hpp"
#include "batcher.hpp"
#include "bulk_sink.hpp"
#include "bulk_threshold.hpp"
#include "choose_sink.hpp"
#include "document_builder.hpp"
#include "kliping/database.hpp"
#include "kliping/glass/error.hpp"
#include "kliping/schema.hpp"
#include "kliping/stored_article.hpp"
#include "ledger.hpp"
#include "update_sink.hpp"
#include "work_queue.hpp"

namespace kliping::indexer {

namespace {

/// A sixteenth of the memory budget is for raw text that waits or is being worked on: parsing,
/// storing and analysing it take several times as much.
constexpr std::size_t share_under_way = 16;
/// More batches than this for each thread need not wait.
constexpr std::size_t batches_per_job = 6;

/// Whether the run's articles get positions: an existing index decides, else the option.
Positions positions_for(const std::optional<std::filesystem::path>& existing, Positions wanted) {
  if (!existing) return wanted;
  const Positions stored = stored_positions(Xapian::Database(existing->string()));
  if (wanted == Positions::dropped && stored == Positions::kept) {
    throw Error(message("{}: was indexed with positions", existing->parent_path().string()),
                message("--no-positions is for a new database: "
                        "kliping-index dump -d OLD | kliping-index add --no-positions -d NEW -"));
  }
  return stored;
}

/// One run of `add`: a reading thread (the caller's), working threads, and what they share.
class AddRun {
 public:
  /// `folder` is null for a run that only says what it would do.
  AddRun(DatabaseFolder* folder, const std::optional<std::filesystem::path>& generation,
         const AddSettings& settings, const AddObserver& observer)
      : folder_(folder),
        generation_(generation),
        settings_(settings),
        observer_(observer),
        lists_(lists_for(generation, settings.lists)),
        analyzer_(lists_),
        positions_(positions_for(generation, settings.positions)),
        ledger_(settings, observer),
        queue_(std::min(settings.memory_bytes / share_under_way,
                        settings.jobs * batches_per_job * Batcher::batch_bytes)),
        bulk_threshold_(bulk_threshold(generation, settings.memory_bytes)) {
    if (settings.sync) sync_.emplace(*settings.sync);
  }

  AddTally run() {
    if (generation_) refuse_other_rules();
    {
      std::vector<std::jthread> workers;
      guarded([&] {
        for (unsigned i = 0; i < settings_.jobs; ++i) workers.emplace_back([this] { work(); });
        read_inputs();
      });
      queue_.close();
    }
    if (failure_) std::rethrow_exception(failure_);
    ledger_.forget_seen();
    tally_ = ledger_.tally();
    finish();
    return tally_;
  }

 private:
  /// Runs a thread's work. An exception in it ends the work of all threads; run() throws it again.
  template <typename Work>
  void guarded(Work&& thread_work) {
    try {
      thread_work();
    } catch (...) {
      {
        const std::lock_guard lock(failure_mutex_);
        if (!failure_) failure_ = std::current_exception();
      }
      failed_ = true;
      queue_.abandon();
      turnstile_.abandon();
    }
  }

  void read_inputs();
  void work();
  void work_on(RawBatch&& raw, const std::optional<ExistingArticles>& existing,
               std::optional<DocumentBuilder>& builder, std::unique_ptr<Lane>& lane);
  std::variant<Candidate, Diagnostic> understand(std::variant<Record, Diagnostic>&& item,
                                                 const std::optional<ExistingArticles>& existing);
  std::size_t route(std::vector<FreshArticle>&& articles, std::size_t raw_bytes);
  std::optional<FreshBatch> take_fresh();
  void index(FreshBatch& batch, std::optional<DocumentBuilder>& builder, Lane& lane);
  /// Whether an article takes up all that may be under way. What it leaves behind, in buffers that
  /// grew and in freed memory that the C library keeps, is several times as much, and is given back
  /// before the next article.
  bool is_large(std::size_t bytes) const { return bytes > queue_.max_weight(); }
  void refuse_other_rules() const;
  void watch(const std::vector<std::variant<Candidate, Diagnostic>>& candidates);
  void finish();
  void take_away_gone(Completion& completion);
  void log_run(Completion& completion) const;
  void publish(const Completion& completion);

  /// Null for a run that writes nothing.
  DatabaseFolder* const folder_;
  const std::optional<std::filesystem::path> generation_;
  const AddSettings& settings_;
  const AddObserver& observer_;
  const WordLists lists_;
  const Analyzer analyzer_;
  const Positions positions_;

  /// These three are used behind the turnstile: by one thread at a time, in input order.
  Ledger ledger_;
  std::optional<SyncWatch> sync_;
  std::uint64_t next_fresh_ = 0;

  WorkQueue<RawBatch> queue_;
  Turnstile turnstile_;

  /// Articles that are to be indexed. They wait until there are enough of them to choose a sink.
  std::mutex fresh_mutex_;
  std::deque<FreshBatch> fresh_;
  std::size_t fresh_bytes_ = 0;
  const std::size_t bulk_threshold_;
  /// The sink for large batches; null as long as the run may still be a small one.
  std::unique_ptr<Sink> large_;
  AddTally tally_;

  std::mutex failure_mutex_;
  std::exception_ptr failure_;
  std::atomic<bool> failed_ = false;
};

void AddRun::read_inputs() {
  Batcher batcher(queue_);
  // After an interruption the record at hand may be half of one: it is dropped.
  const auto wanted = [this] { return !failed_ && !observer_.interrupted(); };
  read(settings_.inputs, settings_.read,
       {.record = [&](Record&& record) { return wanted() && batcher.add(std::move(record)); },
        .diagnostic = [&](Diagnostic&& fault) { batcher.add(std::move(fault)); },
        .progress =
            [&](std::size_t bytes) {
              observer_.read(bytes);
              batcher.took_in(bytes);
              return wanted();
            }});
  batcher.flush();
}

void AddRun::work() {
  guarded([this] {
    std::optional<DocumentBuilder> builder;
    std::optional<ExistingArticles> existing;
    if (generation_) existing.emplace(generation_->string());
    std::unique_ptr<Lane> lane;
    while (auto raw = queue_.pop()) work_on(std::move(*raw), existing, builder, lane);
  });
}

void AddRun::work_on(RawBatch&& raw, const std::optional<ExistingArticles>& existing,
                     std::optional<DocumentBuilder>& builder, std::unique_ptr<Lane>& lane) {
  std::vector<std::variant<Candidate, Diagnostic>> candidates;
  candidates.reserve(raw.items.size());
  for (auto& item : raw.items) candidates.push_back(understand(std::move(item), existing));
  raw.items = {};
  std::size_t finished = raw.bytes;
  turnstile_.pass(raw.number, [&] {
    watch(candidates);
    finished -= route(ledger_.decide(std::move(candidates)), raw.bytes);
  });
  queue_.done(finished);
  while (auto fresh = take_fresh()) {
    if (!lane) lane = large_->open_lane();
    index(*fresh, builder, *lane);
    queue_.done(fresh->raw_bytes);
  }
}

std::variant<Candidate, Diagnostic> AddRun::understand(
    std::variant<Record, Diagnostic>&& item, const std::optional<ExistingArticles>& existing) {
  if (auto* fault = std::get_if<Diagnostic>(&item)) return std::move(*fault);
  const std::size_t line = std::get<Record>(item).line;
  const std::size_t raw_bytes = std::get<Record>(item).bytes.size();
  auto parsed = parse(std::get<Record>(item), settings_.read);
  // The raw text goes before the article is stored: a large one would be there three times.
  item = Record{};
  if (is_large(raw_bytes)) malloc_trim(0);
  if (auto* fault = std::get_if<Diagnostic>(&parsed)) return std::move(*fault);

  Candidate candidate;
  candidate.line = line;
  FreshArticle& fresh = candidate.fresh;
  fresh.article = std::move(std::get<Article>(parsed));
  fresh.identity = schema::identity_term(fresh.article.id);
  fresh.stored = store(fresh.article);
  fresh.fingerprint = fingerprint(fresh.article, fresh.stored);
  if (existing) candidate.known = existing->find(fresh.identity);
  return candidate;
}

void AddRun::watch(const std::vector<std::variant<Candidate, Diagnostic>>& candidates) {
  if (!sync_) return;
  for (const auto& item : candidates) {
    if (const auto* fault = std::get_if<Diagnostic>(&item)) {
      sync_->unread(*fault);
    } else {
      const Candidate& candidate = std::get<Candidate>(item);
      sync_->met(candidate.fresh.article.locator, candidate.known ? candidate.known->document : 0);
    }
  }
}

/// Puts articles in the queue of those to be indexed, and opens the sink for large batches once
/// there is too much text for a small one. Gives the raw bytes that still count as under way: all
/// of them where the articles are about to be indexed; none where they wait, for that has a bound
/// of its own.
std::size_t AddRun::route(std::vector<FreshArticle>&& articles, std::size_t raw_bytes) {
  if (articles.empty() || !folder_) return 0;
  FreshBatch batch{.number = next_fresh_++, .articles = std::move(articles)};
  for (const FreshArticle& article : batch.articles) batch.bytes += article.stored.size();
  const std::lock_guard lock(fresh_mutex_);
  fresh_bytes_ += batch.bytes;
  if (!large_ && fresh_bytes_ > bulk_threshold_) {
    large_ = choose_large_sink(*folder_, settings_, lists_, observer_);
  }
  batch.raw_bytes = large_ ? raw_bytes : 0;
  fresh_.push_back(std::move(batch));
  return fresh_.back().raw_bytes;
}

std::optional<FreshBatch> AddRun::take_fresh() {
  const std::lock_guard lock(fresh_mutex_);
  if (!large_ || fresh_.empty() || failed_) return std::nullopt;
  FreshBatch batch = std::move(fresh_.front());
  fresh_.pop_front();
  return batch;
}

/// `builder` is the thread's own, made when it is first needed.
void AddRun::index(FreshBatch& batch, std::optional<DocumentBuilder>& builder, Lane& lane) {
  if (!builder) builder.emplace(analyzer_, settings_.duplicates, positions_);
  lane.begin_batch(batch.number);
  for (FreshArticle& fresh : batch.articles) lane.add(builder->build(fresh));
  lane.end_batch();
  if (!is_large(batch.bytes)) return;
  builder.reset();
  malloc_trim(0);
}

/// Throws Error for an index that was analysed by other rules: a search of an index with terms of
/// two analyses would find only a part of its articles.
void AddRun::refuse_other_rules() const {
  open_for_reading({generation_->parent_path().string()});
}

void AddRun::finish() {
  Completion completion{.replaced = ledger_.replaced(), .removed = {}, .metadata = {}};
  take_away_gone(completion);
  if (!folder_) return;
  log_run(completion);
  if (!generation_ && positions_ == Positions::dropped) {
    completion.metadata.emplace(schema::metadata::positions, "none");
  }
  publish(completion);
}

/// Removes what vanished from the roots of a sync. Not after an interruption: articles that the run
/// did not come to may well be there.
void AddRun::take_away_gone(Completion& completion) {
  if (!sync_ || observer_.interrupted()) return;
  if (!generation_) return sync_->refuse_silent_roots();
  const SyncWatch::Finding finding = sync_->find_gone(generation_->string());
  tally_.held = finding.held;
  tally_.sheltered = finding.sheltered;
  const bool allowed = settings_.sync->max_delete.allows(finding.gone.size(), finding.held);
  if (!allowed) tally_.withheld = finding.gone.size();
  // A rehearsal names them all the same: that is how one finds out what is missing.
  if (!allowed && folder_) return;
  tally_.removed = allowed ? finding.gone.size() : 0;
  for (const GoneArticle& gone : finding.gone) {
    observer_.outcome(
        {.kind = Outcome::Kind::removed, .id = gone.id, .locator = gone.locator, .reason = {}});
    completion.removed.push_back(gone.document);
  }
}

void AddRun::log_run(Completion& completion) const {
  RunRecord run{.verb = settings_.verb,
                .finished = settings_.now(),
                .added = tally_.added,
                .updated = tally_.updated,
                .unchanged = tally_.unchanged,
                .removed = tally_.removed,
                .skipped = tally_.skipped,
                .reasons = ledger_.skip_reasons()};
  const std::string log = generation_ ? run_log_of(*generation_) : std::string{};
  if (!is_worth_noting(run, log)) return;
  completion.metadata.emplace(schema::metadata::runs, append_run(log, run));
}

void AddRun::publish(const Completion& completion) {
  if (!large_ && !generation_) large_ = choose_large_sink(*folder_, settings_, lists_, observer_);
  if (large_) return large_->publish(completion);
  if (fresh_.empty() && completion.removed.empty() && completion.metadata.empty()) return;
  UpdateSink updates(*folder_);
  std::optional<DocumentBuilder> builder;
  const std::unique_ptr<Lane> lane = updates.open_lane();
  for (; !fresh_.empty(); fresh_.pop_front()) index(fresh_.front(), builder, *lane);
  updates.publish(completion);
}

/// Runs `run`, and turns exceptions of Xapian and of the bulk builder into ours.
template <typename Run>
AddTally fenced(const std::string& database, Run&& run) {
  try {
    return run();
  } catch (const Xapian::Error& error) {
    throw translate(error, database);
  } catch (const glass::BuildError& error) {
    throw Error(Message::verbatim(error.what()));
  }
}

/// Whether the inputs can be read a second time: what came through a pipe cannot.
bool can_read_again(const std::vector<std::string>& inputs) {
  return std::ranges::all_of(inputs, [](const std::string& input) {
    std::error_code absent;
    const auto status = std::filesystem::status(input, absent);
    return std::filesystem::is_regular_file(status) || std::filesystem::is_directory(status);
  });
}

/// Repeats a run with Xapian's own writer, silently: its outcomes have been reported already.
AddTally add_again(DatabaseFolder& folder, const AddSettings& settings,
                   const AddObserver& observer) {
  AddSettings plain = settings;
  plain.writer = WriterRule::xapian;
  const AddObserver silent{.outcome = [](const Outcome&) {},
                           .diagnostic = [](const Diagnostic&) {},
                           .read = [](std::size_t) {},
                           .interrupted = observer.interrupted};
  return AddRun(&folder, folder.generation(), plain, silent).run();
}

AddTally add_or_fall_back(DatabaseFolder& folder, const AddSettings& settings,
                          const AddObserver& observer) {
  try {
    return AddRun(&folder, folder.generation(), settings, observer).run();
  } catch (const BuildInDoubt& doubt) {
    if (observer.interrupted() || !can_read_again(settings.inputs)) throw;
    observer.diagnostic({.severity = Diagnostic::Severity::warning,
                         .locator = {},
                         .message = message("{}; building it again by Xapian's own, slower writer",
                                            doubt.message()),
                         .hint = {}});
  }
  return add_again(folder, settings, observer);
}

}  // namespace

AddTally add_articles(DatabaseFolder& folder, const AddSettings& settings,
                      const AddObserver& observer) {
  return fenced(folder.path().string(),
                [&] { return add_or_fall_back(folder, settings, observer); });
}

AddTally rehearse(const std::optional<std::filesystem::path>& generation,
                  const AddSettings& settings, const AddObserver& observer) {
  return fenced(generation ? generation->string() : std::string{},
                [&] { return AddRun(nullptr, generation, settings, observer).run(); });
}

}  // namespace kliping::indexer
