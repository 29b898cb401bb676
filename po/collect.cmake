# SPDX-License-Identifier: GPL-3.0-or-later
# Collects the texts that message(), counted(), mark() and tr() name, in every source below SOURCE,
# into the template OUTPUT.
#   cmake -DSOURCE=FOLDER -DXGETTEXT=PROGRAM -DOUTPUT=FILE -P collect.cmake
foreach(folder include lib indexer searcher)
  file(GLOB_RECURSE found RELATIVE ${SOURCE} ${SOURCE}/${folder}/*.cpp ${SOURCE}/${folder}/*.hpp)
  list(APPEND sources ${found})
endforeach()
list(SORT sources)
execute_process(
  COMMAND ${XGETTEXT} --language=C++ --from-code=UTF-8 --package-name=kliping --sort-by-file
          --keyword --keyword=message --keyword=mark --keyword=tr --keyword=counted:2,3
          --add-location=file --output=${OUTPUT} ${sources}
  WORKING_DIRECTORY ${SOURCE} COMMAND_ERROR_IS_FATAL ANY)
