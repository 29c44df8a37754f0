#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Takes the libraries that the thin WAR leaves to the server (the engine, Tink, and what they need) out of the whole WAR.
# Payara Micro has such a folder with --addLibs, Payara Server in lib of its domain; for WildFly see wildfly/libraries.sh.
set -euo pipefail
[ $# = 2 ] || { echo "usage: $0 scripting-session.war FOLDER" >&2; exit 2; }
[ -f "$1" ] || { echo "$1: no such file" >&2; exit 1; }
war=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && "${JAVA_HOME:+$JAVA_HOME/bin/}jar" xf "$war" WEB-INF/lib)
rm -f "$work"/WEB-INF/lib/scripting-session-*.jar
[ -n "$(ls -A "$work/WEB-INF/lib" 2>/dev/null)" ] || { echo "$1 is thin: give the whole WAR" >&2; exit 1; }
mkdir -p "$2"
folder=$(realpath "$2")
# what this script installed before, and nothing else: others have libraries of the same names. The list is in a jar: Payara Micro
# logs an error for whatever else lies among its libraries
list=$folder/scripting-session-libraries.jar
if [ -f "$list" ]; then
  (cd "$work" && "${JAVA_HOME:+$JAVA_HOME/bin/}jar" xf "$list" libraries.txt)
  while read -r jar; do
    rm -f "$folder/$jar"
  done <"$work/libraries.txt"
fi
ls "$work/WEB-INF/lib" >"$work/libraries.txt"
"${JAVA_HOME:+$JAVA_HOME/bin/}jar" cf "$list" -C "$work" libraries.txt
mv "$work"/WEB-INF/lib/*.jar "$folder"
