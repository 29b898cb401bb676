// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/glass/trust.hpp"

#include <xapian.h>

#include <exception>
#include <fstream>
#include <functional>
#include <iterator>
#include <sstream>
#include <system_error>

#include "canary.hpp"
#include "compare.hpp"
#include "parallel.hpp"
#include "version_file.hpp"

namespace kliping::glass {

namespace fs = std::filesystem;

namespace {

constexpr int scratch_flags = Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC;

/// A folder for the time of its life.
class ScratchFolder {
 public:
  explicit ScratchFolder(const fs::path& path) : path_(path) { fs::create_directories(path_); }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder() {
    std::error_code harmless;
    fs::remove_all(path_, harmless);
  }

 private:
  fs::path path_;
};

std::string read_format_mark(const fs::path& database) {
  std::ifstream file(database / "iamglass", std::ios::binary);
  std::string mark(format_mark.size(), '\0');
  file.read(mark.data(), static_cast<std::streamsize>(mark.size()));
  return mark;
}

const std::map<std::string, std::string>& canary_metadata() {
  static const std::map<std::string, std::string> metadata{{"key", "value"}, {"other", "\xFF"}};
  return metadata;
}

void write_by_xapian(const fs::path& folder, const std::vector<OwnedDocument>& documents) {
  Xapian::WritableDatabase database(folder.string(), scratch_flags);
  for (const OwnedDocument& document : documents) database.add_document(to_xapian(document));
  for (const auto& [key, value] : canary_metadata()) database.set_metadata(key, value);
  database.commit();
}

std::optional<std::string> first_of(const std::vector<std::string>& found) {
  if (found.empty()) return std::nullopt;
  return found.front();
}

std::optional<std::string> compare_canaries(const fs::path& scratch) {
  constexpr unsigned queries = 40;
  const std::vector<OwnedDocument> documents = odd_documents();
  const fs::path ours = scratch / "ours";
  fs::create_directories(ours);
  build(ours, documents, canary_metadata());
  write_by_xapian(scratch / "xapian", documents);
  const Xapian::Database expected((scratch / "xapian").string());
  const Xapian::Database actual(ours.string());
  if (auto found = first_of(differences(expected, actual))) return found;
  return first_of(query_differences(expected, actual, queries, 1));
}

std::optional<std::string> check_table(const fs::path& table) {
  std::ostringstream log;
  if (Xapian::Database::check(table.string(), 0, &log) == 0) return std::nullopt;
  return table.filename().string() + ": " + log.str();
}

/// A library's exception is a doubt as good as any.
template <typename Question>
std::optional<std::string> doubt_of(Question&& question) {
  try {
    return question();
  } catch (const Xapian::Error& error) {
    return error.get_description();
  } catch (const std::exception& error) {
    return error.what();
  }
}

}  // namespace

std::optional<std::string> doubt_before(const fs::path& scratch) {
  return doubt_of([&]() -> std::optional<std::string> {
    const ScratchFolder folder(scratch);
    const fs::path empty = scratch / "empty";
    write_by_xapian(empty, {});
    if (read_format_mark(empty) != format_mark) {
      return "Xapian " + std::string(Xapian::version_string()) + " writes another format";
    }
    return compare_canaries(scratch);
  });
}

std::optional<std::string> doubt_after(const fs::path& database, const std::vector<Sample>& samples,
                                       unsigned threads) {
  const auto table = [&database](const char* name) {
    return [path = database / name]() -> std::optional<std::string> {
      return fs::exists(path) ? check_table(path) : std::nullopt;
    };
  };
  const std::vector<std::function<std::optional<std::string>()>> questions{
      table("position.glass"),
      [&] { return first_of(differences(Xapian::Database(database.string()), samples)); },
      table("termlist.glass"), table("postlist.glass"), table("docdata.glass")};
  std::vector<std::optional<std::string>> doubts(questions.size());
  std::vector<std::function<void()>> tasks;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    tasks.emplace_back(
        [&doubt = doubts[i], &question = questions[i]] { doubt = doubt_of(question); });
  }
  run_parallel(tasks, threads);
  for (const auto& doubt : doubts) {
    if (doubt) return doubt;
  }
  return std::nullopt;
}

}  // namespace kliping::glass
