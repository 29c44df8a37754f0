#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs one node of Payara Micro in the foreground. See README.md beside this file for the variables.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

usage() { echo "usage: [VARIABLE=value ...] $0 single|cluster|web|store" >&2; exit 2; }
[ $# = 1 ] || usage
mode=$1
case $mode in single | cluster | web | store) ;; *) usage ;; esac

NAME=${NAME:-node}
ADDRESS=${ADDRESS:-127.0.0.1}
HTTP_PORT=${HTTP_PORT:-8080}
GRID_NAME=${GRID_NAME:-scripting-session}
GRID_ADDRESS=${GRID_ADDRESS:-$ADDRESS}
GRID_PORT=${GRID_PORT:-6900}
GRID_MEMBERS=${GRID_MEMBERS:-$GRID_ADDRESS:$GRID_PORT}
GRID_BACKUPS=${GRID_BACKUPS:-1}
GRID_MAX_IDLE_SECONDS=${GRID_MAX_IDLE_SECONDS:-86400}
CONTEXT_ROOT=${CONTEXT_ROOT:-scripting-session}
WORK=${WORK:-target/nodes/$NAME}
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
  lite=false
  [ "$mode" != web ] || lite=true
  jvm+=(
    -Dhazelcast.config="$here/hazelcast.xml" -Dhazelcast.phone.home.enabled=false -Dhazelcast.socket.bind.any=false
    -Dscripting.grid.name="$GRID_NAME" -Dscripting.grid.address="$GRID_ADDRESS" -Dscripting.grid.port="$GRID_PORT"
    -Dscripting.grid.members="$GRID_MEMBERS" -Dscripting.grid.backups="$GRID_BACKUPS"
    -Dscripting.grid.max-idle-seconds="$GRID_MAX_IDLE_SECONDS" -Dscripting.grid.lite="$lite" -Dscripting.address="$ADDRESS"
  )
  [ "$mode" != web ] || GRID_SELF=$GRID_ADDRESS:$GRID_PORT GRID_MEMBERS=$GRID_MEMBERS "$here/await-member.sh"
  sed "s/\${scripting.address}/$ADDRESS/" "$here/preboot-cluster.txt" >"$WORK/preboot.txt"
  if [ -n "${GRID_KEY:-}" ]; then
    mkdir -p "$WORK/root/config"
    cp "$GRID_KEY" "$WORK/root/config/datagrid-key"
    echo "set hazelcast-runtime-configuration.datagrid-encryption-enabled=true" >>"$WORK/preboot.txt"
  fi
  options+=(--prebootcommandfile "$WORK/preboot.txt" --hzconfigfile "$here/hazelcast.xml")
fi
if [ "$mode" != store ]; then
  WAR=${WAR:-scripting-session.war}
  [ -f "$WAR" ] || { echo "WAR=$WAR: no such file" >&2; exit 1; }
  options+=(--deploy "$WAR" --contextroot "$CONTEXT_ROOT")
fi
# shellcheck disable=SC2086
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" "${jvm[@]}" ${JVM_OPTIONS:-} -jar "$PAYARA_MICRO" "${options[@]}"
