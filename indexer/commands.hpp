// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kliping/error.hpp"
#include "options.hpp"

/// What each command of kliping-index does with its options: the edge, where values are printed.
namespace kliping::indexer {

ExitCode run_add(const AddOptions& options);
ExitCode run_remove(const RemoveOptions& options);
ExitCode run_merge(const MergeOptions& options);
ExitCode run_compact(const CompactOptions& options);
ExitCode run_check(const CheckOptions& options);
ExitCode run_info(const InfoOptions& options);
ExitCode run_dump(const DumpOptions& options);
ExitCode run_stem(const StemOptions& options);
ExitCode run_tokens(const TokensOptions& options);

}  // namespace kliping::indexer
