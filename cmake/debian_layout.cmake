# What Debian's policy wants of a package beyond an ordinary installation: run by CPack on its
# staging folder.
set(usr ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr)
set(doc ${usr}/share/doc/kliping)

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
