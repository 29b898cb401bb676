# SPDX-License-Identifier: GPL-3.0-or-later
# Runs one whole-program case and compares everything that it says, byte by byte.
#   cmake -DCASE=FOLDER -DWORK=SCRATCH -DTOOLS=DIR:DIR -P run_case.cmake
# A case is a folder of
#   cmd     shell commands, run in a fresh copy of in/ with both tools on the PATH
#   in/     what they find there (may be missing)
#   out     expected on standard output (missing: nothing)
#   err     expected on standard error (missing: nothing); times and rates are written T and R
#   status  expected exit code (missing: 0)
cmake_minimum_required(VERSION 3.25)
file(REMOVE_RECURSE ${WORK})
file(MAKE_DIRECTORY ${WORK}/in)
if(EXISTS ${CASE}/in)
  file(COPY ${CASE}/in/ DESTINATION ${WORK}/in)
endif()

execute_process(
  COMMAND ${CMAKE_COMMAND} -E env --unset=KLIPING_DB --unset=LANGUAGE --unset=NO_COLOR
          "PATH=${TOOLS}:$ENV{PATH}" LC_ALL=C.UTF-8 TERM=xterm HOME=${WORK}/in sh ${CASE}/cmd
  WORKING_DIRECTORY ${WORK}/in
  INPUT_FILE /dev/null
  OUTPUT_FILE ${WORK}/out
  ERROR_FILE ${WORK}/err
  RESULT_VARIABLE exit_code)
file(WRITE ${WORK}/status "${exit_code}\n")

file(READ ${WORK}/err err)
string(REGEX REPLACE " in [0-9.]+ s \\([0-9.]+ MB/s\\)" " in T s (R MB/s)" err "${err}")
file(WRITE ${WORK}/err "${err}")

set(failed FALSE)
foreach(part out err status)
  set(expected ${CASE}/${part})
  if(NOT EXISTS ${expected})
    set(expected ${WORK}/expected-${part})
    if(part STREQUAL "status")
      file(WRITE ${expected} "0\n")
    else()
      file(TOUCH ${expected})
    endif()
  endif()
  execute_process(COMMAND diff -u --label "expected ${part}" --label "actual ${part}"
                  ${expected} ${WORK}/${part} RESULT_VARIABLE differs)
  if(differs)
    set(failed TRUE)
  endif()
endforeach()
# Whatever a search prints as JSON is as its schema has it.
if(CASE MATCHES "/search-")
  execute_process(COMMAND ${VALIDATE} ${SCHEMA} INPUT_FILE ${WORK}/out RESULT_VARIABLE invalid)
  if(invalid)
    set(failed TRUE)
  endif()
endif()
if(failed)
  message(FATAL_ERROR "${CASE} differs")
endif()
