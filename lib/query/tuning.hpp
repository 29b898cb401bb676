// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

/// Constants of ranking, chosen by measurement over retrieval sets, never for one query.
namespace kliping::tuning {

/// BM25: how fast repetition saturates, and how far a long article is discounted.
inline constexpr double bm25_k1 = 0.4;
inline constexpr double bm25_b = 0.8;
/// Articles shorter than this part of the average gain nothing more by being short.
inline constexpr double bm25_min_length = 0;

/// What the very form that was typed adds to its root.
inline constexpr double exact_form = 0.45;

/// What another name of a word counts beside the word itself (`Korea Utara` for `Korut`).
inline constexpr double other_name = 0.2;

/// What a number and the word beside it add where they stand so, beside what each of them counts.
inline constexpr double beside_number = 0.5;

/// Feedback: how many of the best articles are read, how many of their roots are added, and what
/// the strongest of them counts beside a word of the query.
inline constexpr std::size_t feedback_articles = 10;
inline constexpr std::size_t feedback_terms = 40;
/// Of their shared roots, those whose frequency is looked up.
inline constexpr std::size_t feedback_candidates = 150;
inline constexpr double feedback = 0.2;
/// A root that can add less than this part of what another one can is left out: most articles have
/// it, so that it moves little, and its list is long.
inline constexpr double feedback_least = 0.05;
/// So many of the matches are ranked again by them.
inline constexpr std::size_t feedback_reach = 1000;
/// Short queries say too little and gain by it; longer ones lose (docs/ranking.md).
inline constexpr std::size_t feedback_min_words = 2;
inline constexpr std::size_t feedback_max_words = 3;

/// More like an article: so many of its roots are asked for; how fast their repetition saturates;
/// how much more one of the title counts; and the part of the article's own score below which
/// nothing is like it (docs/duplicates.md).
inline constexpr std::size_t similar_terms = 20;
inline constexpr double similar_k1 = 1.2;
inline constexpr double similar_title = 2;
inline constexpr double similar_least = 0.25;

}  // namespace kliping::tuning
