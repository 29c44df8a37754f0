#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Takes the libraries that the thin WAR leaves to the server (the engine, Tink, and what they need) out of the whole WAR.
# Payara Micro has such a folder with --addLibs, Payara Server in lib of its domain; for WildFly see wildfly/libraries.sh.
set -euo pipefail
[ $# = 2 ] || { echo "usage: $0 scripting-session.war FOLDER" >&2; exit 2; }
[ -f "$1" ] || { echo "$1: no such file" >&2; exit 1; }
war=$(realpath "$1")
mkdir -p "$2"
folder=$(realpath "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && "${JAVA_HOME:+$JAVA_HOME/bin/}jar" xf "$war" WEB-INF/lib)
rm -f "$work"/WEB-INF/lib/scripting-session-*.jar
[ -n "$(ls -A "$work/WEB-INF/lib" 2>/dev/null)" ] || { echo "$1 is thin: give the whole WAR" >&2; exit 1; }
# of another version: two of them beside each other are a lottery
for jar in "$work"/WEB-INF/lib/*.jar; do
  name=$(basename "$jar")
  for other in "$folder/${name%-[0-9]*.jar}"-[0-9]*.jar; do
    [ "$(basename "$other")" = "$name" ] || rm -f "$other"
  done
done
mv "$work"/WEB-INF/lib/*.jar "$folder"
