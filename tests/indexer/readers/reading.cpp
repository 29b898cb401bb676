// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading.hpp"

#include <filesystem>
#include <fstream>

namespace kliping::indexer::testing {

namespace fs = std::filesystem;

namespace {

std::string shown(const Diagnostic& fault, const std::string& folder) {
  std::string text = fault.locator;
  if (!folder.empty() && text.starts_with(folder + "/")) text.erase(0, folder.size() + 1);
  if (fault.line > 0) text += ":" + std::to_string(fault.line);
  constexpr const char* severities[] = {": note: ", ": warning: ", ": error: "};
  text += severities[static_cast<int>(fault.severity)];
  text += fault.message.english();
  if (!fault.hint.empty()) text += " | hint: " + fault.hint.english();
  return text;
}

}  // namespace

std::string ScratchFolder::write(const std::string& name, std::string_view bytes) const {
  const fs::path path = folder_.path() / name;
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
  return path.string();
}

Read read_all(const std::vector<std::string>& inputs, const ReadOptions& options,
              const std::string& folder) {
  Read result;
  RecordHandler handler;
  handler.diagnostic = [&](Diagnostic&& fault) { result.messages.push_back(shown(fault, folder)); };
  handler.record = [&](Record&& record) {
    auto parsed = parse(record, options);
    if (auto* article = std::get_if<Article>(&parsed)) {
      for (std::string* name : {&article->locator, &article->id})
        if (name->starts_with(folder + "/")) name->erase(0, folder.size() + 1);
      result.articles.push_back(std::move(*article));
    } else {
      result.messages.push_back(shown(std::get<Diagnostic>(parsed), folder));
    }
    return true;
  };
  read(inputs, options, handler);
  return result;
}

Read read_file(const std::string& name, std::string_view bytes, const ReadOptions& options) {
  const ScratchFolder folder;
  return read_all({folder.write(name, bytes)}, options, folder.path());
}

}  // namespace kliping::indexer::testing
