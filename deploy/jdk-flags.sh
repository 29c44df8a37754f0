# SPDX-License-Identifier: Apache-2.0
# Sets jdk_flags: what the JDK of JAVA_HOME, or of the path, needs so that it does not warn of the engine, which uses memory and a native library of
# its own. Sourced by the node.sh of the servers.
jdk_flags=()
jdk_version=$("${JAVA_HOME:+$JAVA_HOME/bin/}java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1)
[ "${jdk_version:-0}" -lt 24 ] || jdk_flags=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)
