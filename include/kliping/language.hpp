// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "kliping/message.hpp"

/// The language in which a program talks to people: English, unless `choose` finds another. Only
/// the command layer translates; records for programs, exit codes and reports are the same in every
/// language.
namespace kliping::language {

/// The languages that there are, as `--lang` takes them.
const std::vector<std::string>& names();

/// Goes by `--lang` among the arguments, else by the environment as gettext does: LANGUAGE,
/// LC_ALL, LC_MESSAGES, LANG. Of the locale, sets LC_MESSAGES only: numbers and order stay as they
/// are. Catalogues are in ../share/locale from the program's folder, installed or built. Throws
/// Error for a language that there is not.
void choose(const std::vector<std::string>& arguments);

}  // namespace kliping::language

namespace kliping {

/// The message in the language of the run. Any thread may call it.
std::string tr(const Message& message);
/// The same for a text without values that the translators know because it stands in a call of `tr`
/// or `mark`.
std::string tr(const std::string& text);

}  // namespace kliping
