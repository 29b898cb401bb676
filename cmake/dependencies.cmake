# Everything comes from Debian packages; docs/decisions.md says why each was chosen.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(ICU 72 REQUIRED COMPONENTS i18n uc)
find_package(fmt 9 REQUIRED)
find_package(CLI11 2.1 REQUIRED)
find_package(simdjson 3 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
pkg_check_modules(XAPIAN REQUIRED IMPORTED_TARGET xapian-core>=1.4.18)
pkg_check_modules(XXHASH REQUIRED IMPORTED_TARGET libxxhash)
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd>=1.5)
pkg_check_modules(LIBXML2 REQUIRED IMPORTED_TARGET libxml-2.0)
pkg_check_modules(LIBARCHIVE REQUIRED IMPORTED_TARGET libarchive>=3.6)
find_package(ZLIB REQUIRED)

# A program with the property KLIPING_STATIC_LIBRARIES has ICU, xxHash, Zstandard and fmt linked into it:
# loading their shared objects takes a quarter of a short run. The property is read where the program
# is linked (a generator expression), so one and the same libkliping.a serves both kinds of programs.
find_library(ICUUC_ARCHIVE libicuuc.a)
find_library(ICUDATA_ARCHIVE libicudata.a)
find_library(XXHASH_ARCHIVE libxxhash.a)
find_library(ZSTD_ARCHIVE libzstd.a)
set(static "$<BOOL:$<TARGET_PROPERTY:KLIPING_STATIC_LIBRARIES>>")
add_library(kliping_icu INTERFACE)
add_library(kliping_xxhash INTERFACE)
add_library(kliping_zstd INTERFACE)
if(ICUUC_ARCHIVE AND ICUDATA_ARCHIVE AND XXHASH_ARCHIVE AND ZSTD_ARCHIVE)
  target_link_libraries(kliping_icu INTERFACE
    "$<IF:${static},${ICUUC_ARCHIVE};${ICUDATA_ARCHIVE},ICU::i18n;ICU::uc>")
  target_link_libraries(kliping_xxhash INTERFACE
    "$<IF:${static},${XXHASH_ARCHIVE},PkgConfig::XXHASH>")
  target_link_libraries(kliping_zstd INTERFACE "$<IF:${static},${ZSTD_ARCHIVE},PkgConfig::ZSTD>")
else()
  target_link_libraries(kliping_icu INTERFACE ICU::i18n ICU::uc)
  target_link_libraries(kliping_xxhash INTERFACE PkgConfig::XXHASH)
  target_link_libraries(kliping_zstd INTERFACE PkgConfig::ZSTD)
endif()

# Debian has no archive of fmt; lib/fmt_instances.cpp makes one of its headers.
add_library(kliping_fmt INTERFACE)
if(fmt_VERSION VERSION_LESS 10)
  target_link_libraries(kliping_fmt INTERFACE "$<IF:${static},kliping_fmt_instances,fmt::fmt>")
else()
  target_link_libraries(kliping_fmt INTERFACE fmt::fmt)
endif()

find_library(LIBCSV_LIBRARY csv REQUIRED)
find_path(LIBCSV_INCLUDE_DIR csv.h REQUIRED)
add_library(libcsv INTERFACE)
target_link_libraries(libcsv INTERFACE ${LIBCSV_LIBRARY})
target_include_directories(libcsv SYSTEM INTERFACE ${LIBCSV_INCLUDE_DIR})

if(NOT EXISTS ${KLIPING_HUNSPELL_DIR}/id_ID.dic)
  message(FATAL_ERROR "No ${KLIPING_HUNSPELL_DIR}/id_ID.dic: install package hunspell-id, "
                      "or set KLIPING_HUNSPELL_DIR to the folder that holds it.")
endif()
