# `cmake --workflow --preset package` makes two .debs of what `cmake --install` installs: the
# programs, and what one builds with their library.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME kliping)
set(CPACK_PACKAGE_CONTACT "Kliping maintainers <maintainers@kliping.invalid>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL programs development)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)

# CPack would put one summary in front of both descriptions, which begin with their own.
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")

set(CPACK_DEBIAN_PROGRAMS_PACKAGE_NAME kliping)
set(CPACK_DEBIAN_PROGRAMS_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PROGRAMS_PACKAGE_SUGGESTS "xapian-tools, jq, fzf")
set(CPACK_DEBIAN_PROGRAMS_DESCRIPTION "${PROJECT_DESCRIPTION}
kliping-index reads news articles in any common format and writes a Xapian
database of their roots; kliping-search answers ranked queries over it and
works well in pipes. Both know Indonesian: its affixes and reduplication, its
acronyms and portmanteaus, its spellings old and new.")

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libkliping-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "${KLIPING_NEEDED_PACKAGES}")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SUGGESTS kliping)
set(CPACK_DEBIAN_DEVELOPMENT_DESCRIPTION "Library to search Indonesian news archives
Analyses Indonesian text and searches what kliping-index wrote, from programs
in C++20. This package has the static library, its headers, and an example.")

# Debian wants its own copies, compressed.
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/debian_layout.cmake)
# Only what is installed gets built.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)
include(CPack)
