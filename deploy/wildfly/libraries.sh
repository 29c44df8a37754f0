#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs the libraries that the thin WAR leaves to the server as the module org.scriptingsession.libraries of a WildFly.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
[ $# = 2 ] || { echo "usage: $0 scripting-session.war WILDFLY" >&2; exit 2; }
[ -f "$2/jboss-modules.jar" ] || { echo "$2 is not the folder of a WildFly" >&2; exit 1; }
module=$2/modules/org/scriptingsession/libraries/main
rm -rf "$module"
"$here/../libraries.sh" "$1" "$module"
{
  echo '<module xmlns="urn:jboss:module:1.9" name="org.scriptingsession.libraries">'
  echo '  <resources>'
  for jar in "$module"/*.jar; do
    echo "    <resource-root path=\"$(basename "$jar")\"/>"
  done
  echo '  </resources>'
  echo '  <dependencies>'
  for dependency in java.se jdk.management jdk.unsupported jakarta.servlet.api; do
    echo "    <module name=\"$dependency\"/>"
  done
  echo '  </dependencies>'
  echo '</module>'
} >"$module/module.xml"
