// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "../options.hpp"
#include "texts.hpp"

namespace kliping::indexer {

/// Declares `--lang`, whose value was taken before any option was declared.
void declare_language(CLI::App& app);

/// One verb of the command line: what the parser fills, and what becomes of it. All values are
/// taken as text, so that what is wrong with one is said in our words.
class VerbOptions {
 public:
  VerbOptions(CLI::App& program, const VerbText& text);
  VerbOptions(const VerbOptions&) = delete;
  VerbOptions& operator=(const VerbOptions&) = delete;
  virtual ~VerbOptions() = default;

  bool chosen() const { return verb_.parsed(); }
  /// After parsing `command_line`; throws Error where a value is not one.
  virtual Options finish(const std::string& command_line) = 0;

 protected:
  void operands(const OperandText& text, std::vector<std::string>& values);
  void operand(const OperandText& text, std::string& value);
  /// Given again, the last one counts: an alias can be overruled. `words` are what completions
  /// offer.
  void option(const OptionText& text, std::string& value,
              const std::vector<std::string>& words = {});
  void list(const OptionText& text, std::vector<std::string>& values,
            const std::vector<std::string>& words = {});
  void flag(const OptionText& text, bool& value);

  /// Options that many verbs share, and the values made of them.
  void database_option() { option(database_text, database_); }
  std::string finish_database() const;
  void wait_option() { option(wait_lock_text, wait_lock_); }
  std::chrono::seconds finish_wait() const;
  void list_options(ListFiles& files);
  void verbosity_options();
  Verbosity finish_verbosity() const;
  /// Of all these.
  WriterOptions finish_writer(const std::string& command_line) const;

 private:
  CLI::App& verb_;
  std::string database_;
  std::string wait_lock_;
  bool quiet_ = false;
  bool verbose_ = false;
};

std::vector<std::unique_ptr<VerbOptions>> declare_adding_verbs(CLI::App& program);
std::vector<std::unique_ptr<VerbOptions>> declare_editing_verbs(CLI::App& program);
std::vector<std::unique_ptr<VerbOptions>> declare_looking_verbs(CLI::App& program);
std::vector<std::unique_ptr<VerbOptions>> declare_word_verbs(CLI::App& program);

}  // namespace kliping::indexer
