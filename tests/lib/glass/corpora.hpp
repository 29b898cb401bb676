// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "kliping/glass/builder.hpp"

/// Documents for tests of the builder, and both ways of making a database of them.
namespace kliping::glass::test {

using Documents = std::vector<OwnedDocument>;
using Metadata = std::map<std::string, std::string>;

/// What a random corpus is like.
struct Shape {
  std::size_t documents = 100;
  std::size_t vocabulary = 300;
  std::size_t max_words = 100;
  /// Letters of its terms.
  std::string alphabet = "abcdefghij";
  std::size_t max_term_bytes = 12;
};

/// A shape with something extreme about it.
Shape random_shape(std::mt19937& random);

Documents random_documents(const Shape& shape, std::mt19937& random);

/// How to build, beside what.
struct Way {
  std::uint32_t block_bytes = 8192;
  std::uint32_t first_docid = 1;
  std::size_t memory_bytes = std::size_t{256} << 20;
  unsigned lanes = 2;
  std::size_t batch_documents = 16;
};

BuildSummary build_in_bulk(const std::filesystem::path& folder, const Documents& documents,
                           const Metadata& metadata, const Way& way);

void build_by_xapian(const std::filesystem::path& folder, const Documents& documents,
                     const Metadata& metadata, const Way& way);

}  // namespace kliping::glass::test
