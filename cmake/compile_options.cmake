# Warnings and sanitizers that every target of ours takes; link to kliping_options to get them.
add_library(kliping_options INTERFACE)
target_compile_options(kliping_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor
  -Woverloaded-virtual -Wdeprecated-declarations)
# GCC 12 sees overlapping copies in std::string's operator+ that are not there (its bug 105651).
target_compile_options(kliping_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
# A program takes what it calls (--gc-sections): a smaller one is in memory sooner.
target_compile_options(kliping_options INTERFACE
  $<$<CONFIG:Release>:-ffunction-sections;-fdata-sections>)
if(KLIPING_WERROR)
  target_compile_options(kliping_options INTERFACE -Werror)
endif()
if(KLIPING_SANITIZE)
  target_compile_options(kliping_options INTERFACE
    -fsanitize=${KLIPING_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(kliping_options INTERFACE -fsanitize=${KLIPING_SANITIZE})
  # What AddressSanitizer cannot see: an element past the end, but within a vector's capacity.
  target_compile_definitions(kliping_options INTERFACE _GLIBCXX_ASSERTIONS)
endif()
if(KLIPING_FUZZ)
  target_compile_options(kliping_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# A compiler cache where one is installed: a rebuild after a branch switch costs seconds.
find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()
