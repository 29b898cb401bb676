// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/analysis/stemmer.hpp"

#include "analysis/stemmer/compiled_lexicon.hpp"
#include "analysis/stemmer/resolve.hpp"

namespace kliping {
namespace {

using morphology::Analysis;
using morphology::compiled_lexicon;
using morphology::Resolution;
using morphology::Way;

/// The word less its last enclitic; empty if it ends in none.
std::string_view without_enclitic(std::string_view word) noexcept {
  using Clitics = std::span<const morphology::Clitic>;
  for (const Clitics clitics : {Clitics{morphology::possessives}, Clitics{morphology::particles}}) {
    for (const morphology::Clitic& clitic : clitics) {
      if (!clitic.letters.empty() && morphology::ends(word, clitic.letters)) {
        return word.substr(0, word.size() - clitic.letters.size());
      }
    }
  }
  return {};
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
  using namespace morphology;
  if (const auto root = compiled_lexicon.root(word, buffer)) return *root;
  if (has_inner_hyphen(word)) return resolve_hyphenated(compiled_lexicon, word).root;
  if (!may_be_inflected(word)) return word;
  if (const std::string_view host = without_enclitic(word); !host.empty()) {
    if (const auto root = compiled_lexicon.root_of_host(host, buffer)) return *root;
  }
  return resolve_absent(compiled_lexicon, word).root;
}

StemExplanation explain_stem(std::string_view word) {
  const Resolution resolution = resolve(compiled_lexicon, word);
  return {std::string{resolution.root}, describe(resolution)};
}

std::string_view lexicon_fingerprint() noexcept {
  return morphology::compiled_fingerprint;
}

}  // namespace kliping
