# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the library into WORK, builds docs/example with it in two ways, and compares what each
# prints of corpus/ with example.out. BUILD and SOURCE are the project's own folders.
cmake_minimum_required(VERSION 3.25)
set(stage ${WORK}/stage)
file(REMOVE_RECURSE ${WORK})
file(MAKE_DIRECTORY ${WORK})

function(run)
  execute_process(COMMAND ${ARGN} WORKING_DIRECTORY ${SOURCE} OUTPUT_VARIABLE out
                  ERROR_VARIABLE out RESULT_VARIABLE status)
  if(status)
    message(FATAL_ERROR "${ARGN}: ${status}\n${out}")
  endif()
endfunction()

function(expect_output program)
  execute_process(COMMAND ${program} "menguji rudal Korut" ${WORK}/berita.db OUTPUT_FILE ${WORK}/out
                  COMMAND_ERROR_IS_FATAL ANY)
  execute_process(COMMAND diff -u ${CMAKE_CURRENT_LIST_DIR}/example.out ${WORK}/out
                  COMMAND_ERROR_IS_FATAL ANY)
  execute_process(COMMAND ${program} "(rudal" ${WORK}/berita.db ERROR_FILE ${WORK}/err
                  RESULT_VARIABLE status)
  execute_process(COMMAND diff -u ${CMAKE_CURRENT_LIST_DIR}/example.err ${WORK}/err
                  COMMAND_ERROR_IS_FATAL ANY)
endfunction()

run(${INDEXER} add -d ${WORK}/berita.db corpus)
run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${stage} --component development)

run(${CMAKE_COMMAND} -S ${SOURCE}/docs/example -B ${WORK}/build -DCMAKE_PREFIX_PATH=${stage}
    -DCMAKE_CXX_COMPILER=${COMPILER})
run(${CMAKE_COMMAND} --build ${WORK}/build)
expect_output(${WORK}/build/cari)

set(ENV{PKG_CONFIG_PATH} ${stage}/${LIBDIR}/pkgconfig)
execute_process(COMMAND ${PKG_CONFIG} --cflags --libs kliping OUTPUT_VARIABLE flags
                COMMAND_ERROR_IS_FATAL ANY)
separate_arguments(flags UNIX_COMMAND ${flags})
run(${COMPILER} -std=c++20 docs/example/cari.cpp -o ${WORK}/cari ${flags})
expect_output(${WORK}/cari)
