// SPDX-License-Identifier: GPL-3.0-or-later
#include "word_lists.hpp"

#include <fmt/format.h>

#include "kliping/database.hpp"
#include "kliping/error.hpp"

namespace fs = std::filesystem;

namespace kliping::indexer {

namespace {

void insist_on_stored(const fs::path& database, std::string_view option,
                      const std::optional<std::string>& given, const std::string& stored) {
  if (!given || *given == stored) return;
  throw Error(stored.empty()
                  ? message("{}: was indexed without {}", database.string(), option)
                  : message("{}: was indexed by another {} than this", database.string(), option),
              message("leave out {} to follow the index; to change it, fill a new database: "
                      "kliping-index dump -d OLD | kliping-index add -d NEW {}=FILE -",
                      option, option));
}

}  // namespace

WordLists lists_alone(const GivenLists& given) {
  return {given.exceptions.value_or(""), given.protect.value_or("")};
}

WordLists lists_for(const std::optional<fs::path>& generation, const GivenLists& given) {
  if (!generation) return lists_alone(given);
  WordLists stored = stored_word_lists(Xapian::Database(generation->string()));
  const fs::path database = generation->parent_path();
  insist_on_stored(database, "--exceptions", given.exceptions, stored.exceptions);
  insist_on_stored(database, "--protect", given.protect, stored.protect);
  return stored;
}

}  // namespace kliping::indexer
