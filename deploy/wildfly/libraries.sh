#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs the libraries that the thin WAR leaves to the server as the module org.scriptingsession.libraries of a WildFly.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
[ $# = 2 ] || { echo "usage: $0 scripting-session.war WILDFLY" >&2; exit 2; }
[ -f "$2/jboss-modules.jar" ] || { echo "$2 is not the folder of a WildFly" >&2; exit 1; }
module=$2/modules/org/scriptingsession/libraries/main
# the module that is there stays until the new one is complete
new=$module.new
rm -rf "$new"
trap 'rm -rf "$new"' EXIT
"$here/../libraries.sh" "$1" "$new"
{
  echo '<module xmlns="urn:jboss:module:1.9" name="org.scriptingsession.libraries">'
  echo '  <resources>'
  for jar in "$new"/*.jar; do
    echo "    <resource-root path=\"$(basename "$jar")\"/>"
  done
  echo '  </resources>'
  echo '  <dependencies>'
  for dependency in java.se jdk.management jdk.unsupported jakarta.servlet.api; do
    echo "    <module name=\"$dependency\"/>"
  done
  # the optimizing runtime tells it what it compiles
  echo '    <module name="jdk.jfr" optional="true"/>'
  echo '  </dependencies>'
  echo '</module>'
} >"$new/module.xml"
rm -rf "$module"
mv "$new" "$module"
