// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/command.hpp"

int main() {
  return kliping::command::run("kliping-search", [] { return kliping::ExitCode::success; });
}
