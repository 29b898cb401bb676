// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

/// The constants of ranking. They were chosen by measurement over whole sets of queries
/// (docs/ranking.md), never for one query.
namespace kliping::tuning {

/// BM25: how fast repetition saturates, and how far a long article is discounted.
inline constexpr double bm25_k1 = 0.4;
inline constexpr double bm25_b = 0.8;
/// Shortness is rewarded down to this part of the average length; 0 sets no limit.
inline constexpr double bm25_min_length = 0;

/// What the very form that was typed adds, as a part of its own weight, to its root's.
inline constexpr double exact_form = 0.45;

/// What another name of a word counts beside the word itself (`Korea Utara` for `Korut`).
inline constexpr double other_name = 0.2;

/// What a number and the word beside it add if an article has them side by side, too.
inline constexpr double beside_number = 0.5;

/// Feedback (search/feedback.hpp): the best articles that are read, and the roots that are chosen
/// among those that they share.
inline constexpr std::size_t feedback_articles = 10;
inline constexpr std::size_t feedback_terms = 40;
/// Shared roots whose frequency in the archive is looked up before the choice.
inline constexpr std::size_t feedback_candidates = 150;
/// What the strongest of the chosen roots counts beside a word of the query.
inline constexpr double feedback = 0.2;
/// A root that can add less than this part of what another one can is left out: most articles have
/// it, so that it moves little, and its list is long.
inline constexpr double feedback_least = 0.05;
/// Matches that are ranked again with them.
inline constexpr std::size_t feedback_reach = 1000;
/// Queries of so many words get feedback: short ones say too little by themselves and gain by it,
/// longer ones lose.
inline constexpr std::size_t feedback_min_words = 2;
inline constexpr std::size_t feedback_max_words = 3;

/// Articles similar to one (docs/duplicates.md): how many of its roots are asked for.
inline constexpr std::size_t similar_terms = 20;
/// How fast repetition of such a root saturates.
inline constexpr double similar_k1 = 1.2;
/// The factor for roots that are in its title.
inline constexpr double similar_title = 2;
/// What scores less than this part of the article's own score is not similar to it.
inline constexpr double similar_least = 0.25;

}  // namespace kliping::tuning
