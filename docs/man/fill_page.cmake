# Puts OPTIONS_FILE, the grammar of GRAMMAR_FILE and VERSION into TEMPLATE and writes PAGE. A page
# needs only one of the two files.
if(OPTIONS_FILE)
  file(READ ${OPTIONS_FILE} OPTIONS)
  string(STRIP "${OPTIONS}" OPTIONS)
endif()
if(GRAMMAR_FILE)
  file(READ ${GRAMMAR_FILE} GRAMMAR)
  string(REGEX MATCH "```ebnf\n[^`]*" GRAMMAR "${GRAMMAR}")
  string(REGEX REPLACE "^```ebnf\n|\n$" "" GRAMMAR "${GRAMMAR}")
  string(REPLACE "-" "\\-" GRAMMAR "${GRAMMAR}")
  string(REPLACE "~" "\\(ti" GRAMMAR "${GRAMMAR}")
endif()
configure_file(${TEMPLATE} ${PAGE} @ONLY)
