#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs one node of Payara Micro in the foreground. See README.md beside this file for the variables.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

# shellcheck source=common.sh
. "$here/common.sh"
# shellcheck source=../jdk-flags.sh
. "$here/../jdk-flags.sh"
if [ "${OPTIMIZE:-no}" = yes ] && [ -z "${LIBRARIES:-}" ]; then
  echo "OPTIMIZE=yes needs the thin WAR, and LIBRARIES for it: Payara takes what the whole WAR brings before what the JVM has" >&2
  exit 1
fi

PAYARA_MICRO=${PAYARA_MICRO:-payara-micro.jar}
[ -f "$PAYARA_MICRO" ] || { echo "PAYARA_MICRO=$PAYARA_MICRO: no such file" >&2; exit 1; }
# nothing in it has to last, and what was deployed before would be started again beside the new version
rm -rf "$WORK/root" "$WORK/tmp"
mkdir -p "$WORK/root" "$WORK/tmp"

jvm=(
  -Xmx"${HEAP:-1g}" -Djava.net.preferIPv4Stack=true -Djava.io.tmpdir="$WORK/tmp"
  --add-exports java.base/jdk.internal.ref=ALL-UNNAMED --add-opens java.base/java.lang=ALL-UNNAMED
  --add-opens java.base/sun.nio.ch=ALL-UNNAMED --add-opens java.management/sun.management=ALL-UNNAMED
  --add-opens jdk.management/com.sun.management.internal=ALL-UNNAMED
)
options=(--rootdir "$WORK/root" --name "$NAME" --port "$HTTP_PORT" --disablephonehome)

if [ "$mode" = single ]; then
  sed "s/address=127.0.0.1/address=$ADDRESS/" "$here/preboot.txt" >"$WORK/preboot.txt"
  options+=(--nocluster --prebootcommandfile "$WORK/preboot.txt")
else
  jvm+=(
    -Dhazelcast.config="$here/hazelcast.xml" -Dhazelcast.phone.home.enabled=false -Dhazelcast.socket.bind.any=false
    -Dscripting.grid.name="$GRID_NAME" -Dscripting.grid.address="$GRID_ADDRESS" -Dscripting.grid.port="$GRID_PORT"
    -Dscripting.grid.members="$GRID_MEMBERS" -Dscripting.grid.backups="$GRID_BACKUPS"
    -Dscripting.grid.max-idle-seconds="$GRID_MAX_IDLE_SECONDS" -Dscripting.grid.lite="$lite" -Dscripting.address="$ADDRESS"
  )
  await_store
  sed "s/\${scripting.address}/$ADDRESS/" "$here/preboot-cluster.txt" >"$WORK/preboot.txt"
  if [ -n "${GRID_KEY:-}" ]; then
    mkdir -p "$WORK/root/config"
    cp "$GRID_KEY" "$WORK/root/config/datagrid-key"
    echo "set hazelcast-runtime-configuration.datagrid-encryption-enabled=true" >>"$WORK/preboot.txt"
  fi
  options+=(--prebootcommandfile "$WORK/preboot.txt" --hzconfigfile "$here/hazelcast.xml")
fi
[ -z "${LIBRARIES:-}" ] || options+=(--addLibs "$LIBRARIES")
[ "$mode" = store ] || options+=(--deploy "$WAR" --contextroot "$CONTEXT_ROOT")
# shellcheck disable=SC2086
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" "${jvm[@]}" "${jdk_flags[@]}" ${JVM_OPTIONS:-} -jar "$PAYARA_MICRO" "${options[@]}"
