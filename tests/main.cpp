// SPDX-License-Identifier: GPL-3.0-or-later
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <cstdlib>

/// Tests read English, whatever language their developer does.
int main(int argc, char** argv) {
  setenv("LC_ALL", "C.UTF-8", 1);
  unsetenv("LANGUAGE");
  return doctest::Context(argc, argv).run();
}
