// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "add_run.hpp"
#include "kliping/command.hpp"

/// The command line of kliping-index as values. What is wrong with it is an Error.
namespace kliping::indexer {

enum class Verbosity { quiet, normal, verbose };

/// Files of word lists, empty where not given.
struct ListFiles {
  std::string exceptions;
  std::string protect;
};

/// What every command that writes is told.
struct WriterOptions {
  /// Empty where the environment decides.
  std::string database;
  std::chrono::seconds wait_for_lock{0};
  /// As typed, for whoever finds the database held.
  std::string command_line;
  Verbosity verbosity = Verbosity::normal;
};

/// Whether a command writes, or only tells what it would do.
enum class Effect { written, rehearsed };

/// `add` and `sync`.
struct AddOptions {
  WriterOptions writer;
  Effect effect = Effect::written;
  AddSettings settings;
  ListFiles lists;
  std::string files_from;
  /// What separates the names in `files_from`.
  char separator = '\n';
  command::When progress = command::When::automatic;
  std::string report;
};

struct RemoveOptions {
  WriterOptions writer;
  Effect effect = Effect::written;
  std::vector<std::string> ids;
  std::string ids_from;
  /// What separates the ids in `ids_from`.
  char separator = '\n';
  /// Instead of ids.
  std::string query;
  std::string report;
};

struct MergeOptions {
  /// Of the new database.
  WriterOptions writer;
  std::vector<std::string> sources;
};

struct CompactOptions {
  WriterOptions writer;
};

struct CheckOptions {
  WriterOptions writer;
};

struct DumpOptions {
  std::string database;
  /// Empty for every article.
  std::string query;
};

struct InfoOptions {
  std::string database;
  enum class Output { text, json } output = Output::text;
};

struct StemOptions {
  std::vector<std::string> words;
  enum class Detail { root, explanation } detail = Detail::root;
  ListFiles lists;
};

struct TokensOptions {
  /// Empty or `-` for standard input.
  std::string file;
  ListFiles lists;
};

/// `--help` and `--version`: a text for standard output.
struct ShowText {
  std::string text;
};

using Options = std::variant<ShowText, AddOptions, RemoveOptions, MergeOptions, CompactOptions,
                             CheckOptions, InfoOptions, DumpOptions, StemOptions, TokensOptions>;

/// `arguments` without the program's name; help is for a terminal of so many columns.
Options parse_options(const std::vector<std::string>& arguments, std::size_t columns);

}  // namespace kliping::indexer
