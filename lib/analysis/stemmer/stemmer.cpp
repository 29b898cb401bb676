// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/analysis/stemmer.hpp"

#include <cstring>

#include "analysis/stemmer/compiled_lexicon.hpp"
#include "analysis/stemmer/resolve.hpp"

namespace kliping {
namespace {

using morphology::Analysis;
using morphology::compiled_lexicon;
using morphology::Entry;
using morphology::EntryKind;
using morphology::Resolution;
using morphology::RootPlace;
using morphology::Way;

/// A compiled form says where in the word its root is.
std::string_view root_at(std::string_view word, RootPlace place, RootBuffer& buffer) noexcept {
  if (place.restored == '\0') return word.substr(place.skipped, place.size);
  static_assert(morphology::max_word_bytes < std::tuple_size_v<RootBuffer>);
  buffer[0] = place.restored;
  std::memcpy(buffer.data() + 1, word.data() + place.skipped, place.size - 1U);
  return {buffer.data(), place.size};
}

void append(std::string& how, std::string_view part) {
  if (part.empty()) return;
  if (!how.empty()) how += ' ';
  how += part;
}

std::string describe(const Analysis& analysis) {
  std::string how;
  if (!analysis.agent.empty()) how.append(analysis.agent) += '-';
  for (std::size_t i = 0; i < analysis.pattern.chain.size(); ++i) {
    append(how, label(analysis.pattern.chain[i]));
  }
  append(how, analysis.head);
  append(how, label(analysis.pattern.suffix));
  for (const std::string_view clitic : {analysis.possessive, analysis.particle}) {
    if (!clitic.empty()) append(how, std::string{"-"}.append(clitic));
  }
  if (analysis.head != analysis.root) how.append(" (").append(analysis.root) += ')';
  return how;
}

std::string describe(const Resolution& resolution) {
  const std::string root{resolution.root};
  switch (resolution.way) {
    case Way::affixes:
      return describe(resolution.analysis);
    case Way::name:
      return root + " (name)";
    case Way::listed:
      return root + " (listed)";
    case Way::reduplication:
      return root + " (copied)";
    case Way::light:
      return root + " (light)";
    case Way::head:
    case Way::whole:
      break;
  }
  return root;
}

}  // namespace

std::string_view stem(std::string_view word, RootBuffer& buffer) noexcept {
  if (const std::optional<Entry> entry = compiled_lexicon.find(word)) {
    return entry->kind == EntryKind::form && entry->root.empty()
               ? root_at(word, entry->place, buffer)
               : entry->root;
  }
  return resolve(compiled_lexicon, word).root;
}

StemExplanation explain_stem(std::string_view word) {
  const Resolution resolution = resolve(compiled_lexicon, word);
  return {std::string{resolution.root}, describe(resolution)};
}

std::string_view lexicon_fingerprint() noexcept {
  return morphology::compiled_fingerprint;
}

}  // namespace kliping
