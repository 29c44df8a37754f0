# SPDX-License-Identifier: Apache-2.0
# Sets jdk_flags: what the JDK of JAVA_HOME, or of the path, needs so that it does not warn of the engine, which uses memory and a native library of
# its own. With OPTIMIZE=yes also what makes the engine compile scripts. Sourced by the node.sh of the servers.
jdk_flags=()
jdk_version=$("${JAVA_HOME:+$JAVA_HOME/bin/}java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1)
[ "${jdk_version:-0}" -lt 24 ] || jdk_flags=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)
# packages that WildFly's modules must have from the JVM, and not from libraries of their own
jvm_packages=
case ${OPTIMIZE:-no} in yes | no) ;; *) echo "OPTIMIZE=$OPTIMIZE is neither yes nor no" >&2; exit 1 ;; esac
if [ "${OPTIMIZE:-no}" = yes ]; then
  [ "${jdk_version:-0}" -ge 25 ] || { echo "OPTIMIZE=yes needs a JDK of 25 or later, and this is ${jdk_version:-none}: set JAVA_HOME" >&2; exit 1; }
  optimizing=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/optimizing-runtime
  # a fetch that was broken off leaves no such file
  if [ ! -f "$optimizing/target/complete" ]; then
    mvn -B -q -f "$optimizing/pom.xml" package >&2 || { echo "OPTIMIZE=yes: Graal's compiler could not be fetched" >&2; exit 1; }
    touch "$optimizing/target/complete"
  fi
  jdk_flags+=(-XX:+UnlockExperimentalVMOptions -XX:+EnableJVMCI "--upgrade-module-path=$optimizing/target/compiler")
  jvm_packages=,jdk.vm.ci,com.oracle.truffle.compiler
fi
