# What other programs build with: the library, its public headers, and how CMake and pkg-config
# find them. docs/library.md is its manual. Everything here is component `development`.
include(CMakePackageConfigHelpers)
set(KLIPING_NEEDS "xapian-core icu-i18n icu-uc fmt libxxhash libzstd simdjson")
# The Debian packages that bring them.
set(KLIPING_NEEDED_PACKAGES "libxapian-dev, libicu-dev, libfmt-dev, libxxhash-dev, libzstd-dev, libsimdjson-dev, pkg-config")
set(KLIPING_CONFIG_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/kliping)

configure_package_config_file(cmake/kliping-config.cmake.in
  ${PROJECT_BINARY_DIR}/kliping-config.cmake
  INSTALL_DESTINATION ${KLIPING_CONFIG_DIR}
  PATH_VARS CMAKE_INSTALL_LIBDIR CMAKE_INSTALL_INCLUDEDIR)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/kliping-config-version.cmake
  COMPATIBILITY SameMinorVersion)

# Both find the library beside themselves, wherever it was installed to.
file(RELATIVE_PATH prefix_from_pc
  ${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
configure_file(cmake/kliping.pc.in ${PROJECT_BINARY_DIR}/kliping.pc @ONLY)

install(TARGETS kliping ARCHIVE COMPONENT development)
set(headers analyze.hpp article.hpp date.hpp date_range.hpp error.hpp message.hpp search.hpp span.hpp)
list(TRANSFORM headers PREPEND include/kliping/)
install(FILES ${headers} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/kliping COMPONENT development)
install(FILES ${PROJECT_BINARY_DIR}/kliping-config.cmake
  ${PROJECT_BINARY_DIR}/kliping-config-version.cmake
  DESTINATION ${KLIPING_CONFIG_DIR} COMPONENT development)
install(FILES ${PROJECT_BINARY_DIR}/kliping.pc
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)
set(doc ${CMAKE_INSTALL_DATADIR}/doc/libkliping-dev)
install(FILES docs/library.md DESTINATION ${doc} COMPONENT development)
install(FILES docs/example/cari.cpp docs/example/CMakeLists.txt
  DESTINATION ${doc}/examples COMPONENT development)
