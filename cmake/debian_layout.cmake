# What Debian's policy wants of each package beyond an ordinary installation: run by CPack on its
# staging folders.
foreach(component programs development)
  set(usr ${CPACK_TEMPORARY_DIRECTORY}/${component}/usr)
  string(TOUPPER ${component} upper)
  set(package ${CPACK_DEBIAN_${upper}_PACKAGE_NAME})
  set(doc ${usr}/share/doc/${package})

  file(WRITE ${doc}/changelog
"kliping (${CPACK_PACKAGE_VERSION}) unstable; urgency=medium

  * See CHANGELOG.md.

 -- ${CPACK_PACKAGE_CONTACT}  Thu, 01 Jan 1970 00:00:00 +0000
")
  file(WRITE ${doc}/copyright
"Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/

Files: *
Copyright: 2026 Kliping's authors
License: GPL-3.0-or-later
 On Debian systems, the text of version 3 of the GNU General Public License is in
 /usr/share/common-licenses/GPL-3.
")
  file(REMOVE ${doc}/LICENSE)
  file(GLOB pages ${usr}/share/man/man*/* ${usr}/share/man/*/man*/*)
  execute_process(COMMAND gzip -9n ${pages} ${doc}/changelog COMMAND_ERROR_IS_FATAL ANY)
endforeach()
# An archive's debugging facts are of no use to whoever links it.
file(GLOB archives ${CPACK_TEMPORARY_DIRECTORY}/development/usr/lib/*.a)
execute_process(COMMAND strip --strip-debug --enable-deterministic-archives ${archives}
                COMMAND_ERROR_IS_FATAL ANY)
