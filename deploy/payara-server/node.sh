#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs one node of Payara Server in the foreground, as a domain of its own. See README.md beside this file for the variables.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

# shellcheck source=../payara-micro/common.sh
. "$here/../payara-micro/common.sh"
[ "${OPTIMIZE:-no}" = no ] || { echo "OPTIMIZE=$OPTIMIZE: this script has no place for a thin WAR's libraries, which it needs" >&2; exit 1; }
# shellcheck source=../jdk-flags.sh
. "$here/../jdk-flags.sh"

ADMIN_PORT=${ADMIN_PORT:-4848}
PORT_BASE=${PORT_BASE:-28000}
WAR=$(realpath -m "$WAR")
WORK=$(realpath -m "$WORK")
PAYARA=${PAYARA:-payara6}
[ -f "$PAYARA/glassfish/bin/asadmin" ] || { echo "PAYARA=$PAYARA is not the folder of a Payara Server" >&2; exit 1; }
# asadmin's files of commands and domain.xml have no way to write them
for value in "$WAR" "$WORK" "$GRID_NAME" "$GRID_MEMBERS" "${JVM_OPTIONS:-}"; do
  case $value in *[\|\&\<\>\"]*) echo "$value: none of | & < > \" can be in it" >&2; exit 1 ;; esac
done
case $WAR$WORK in *" "*) echo "WAR=$WAR, WORK=$WORK: no spaces, please" >&2; exit 1 ;; esac
asadmin() { sh "$PAYARA/glassfish/bin/asadmin" --interactive=false "$@"; }

# nothing in the domain has to last, and to replace an application that is deployed in it ends the sessions of the other nodes, too
rm -rf "$WORK/domain"
mkdir -p "$WORK"
asadmin create-domain --domaindir "$WORK" --nopassword --portbase "$PORT_BASE" domain >"$WORK/create.log" 2>&1 \
  || { cat "$WORK/create.log" >&2; exit 1; }
[ -z "${GRID_KEY:-}" ] || cp "$GRID_KEY" "$WORK/domain/config/datagrid-key"
options=
for option in "${jdk_flags[@]}" ${JVM_OPTIONS:-}; do
  options+="<jvm-options>$option</jvm-options>"
done
sed -i "s|<jvm-options>-Xmx[^<]*</jvm-options>|<jvm-options>-Xmx${HEAP:-1g}</jvm-options>$options|" "$WORK/domain/config/domain.xml"

config=configs.config.server-config
listeners=$config.network-config.network-listeners.network-listener
grid=$config.hazelcast-config-specific-configuration
{
  echo "set $listeners.http-listener-1.address=$ADDRESS"
  echo "set $listeners.http-listener-1.port=$HTTP_PORT"
  echo "set $listeners.http-listener-2.enabled=false"
  # calls wait for a thread, one for each connection: past 4,096 of them Payara would cut them off, with a stack trace for each
  echo "set $config.thread-pools.thread-pool.http-thread-pool.max-queue-size=-1"
  for orb in orb-listener-1 SSL SSL_MUTUALAUTH; do
    echo "set $config.iiop-service.iiop-listener.$orb.address=$ADDRESS"
  done
  # neither is used. The port of JMS (PORT_BASE + 76) stays open on all addresses all the same
  echo "set $config.admin-service.jmx-connector.system.enabled=false"
  echo "set $config.jms-service.type=DISABLED"
  echo "set $listeners.admin-listener.address=$ADDRESS"
  echo "set $listeners.admin-listener.port=$ADMIN_PORT"
  if [ "$mode" = single ]; then
    echo "set $grid.enabled=false"
  else
    echo "set $grid.enabled=true"
    echo "set $grid.member-name=$NAME"
    echo "set hazelcast-runtime-configuration.hazelcast-configuration-file=$WORK/hazelcast.xml"
    echo "set $config.availability-service.availability-enabled=true"
    [ -z "${GRID_KEY:-}" ] || echo "set hazelcast-runtime-configuration.datagrid-encryption-enabled=true"
  fi
} >"$WORK/preboot.txt"
await_store
sed -e "s|\${scripting.grid.name}|$GRID_NAME|; s|\${scripting.grid.address}|$GRID_ADDRESS|" \
  -e "s|\${scripting.grid.port}|$GRID_PORT|; s|\${scripting.grid.members}|$GRID_MEMBERS|" \
  -e "s|\${scripting.grid.backups}|$GRID_BACKUPS|; s|\${scripting.grid.max-idle-seconds}|$GRID_MAX_IDLE_SECONDS|" \
  -e "s|\${scripting.grid.lite}|$lite|" "$here/../payara-micro/hazelcast.xml" >"$WORK/hazelcast.xml"
: >"$WORK/postboot.txt"
if [ "$mode" != store ]; then
  available=false
  [ "$mode" = single ] || available=true
  echo "deploy --force=true --availabilityenabled=$available --contextroot $CONTEXT_ROOT --name $CONTEXT_ROOT $WAR" >"$WORK/postboot.txt"
fi
exec sh "$PAYARA/glassfish/bin/asadmin" --interactive=false start-domain --verbose --domaindir "$WORK" \
  --prebootcommandfile "$WORK/preboot.txt" --postbootcommandfile "$WORK/postboot.txt" domain
