#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs one node of WildFly in the foreground. See README.md beside this file for the variables.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

usage() { echo "usage: [VARIABLE=value ...] $0 single|cluster|database|file|remote" >&2; exit 2; }
[ $# = 1 ] || usage
mode=$1
case $mode in
  single | cluster | database | file | remote) ;;
  *) usage ;;
esac

NAME=${NAME:-node}
ADDRESS=${ADDRESS:-127.0.0.1}
HTTP_PORT=${HTTP_PORT:-8080}
MANAGEMENT_PORT=${MANAGEMENT_PORT:-9990}
GRID_ADDRESS=${GRID_ADDRESS:-$ADDRESS}
GRID_PORT=${GRID_PORT:-7600}
GRID_MEMBERS=${GRID_MEMBERS:-$GRID_ADDRESS:$GRID_PORT}
REMOTE_STORE=${REMOTE_STORE:-127.0.0.1:11222}
CONTEXT_ROOT=${CONTEXT_ROOT:-scripting-session}
WAR=${WAR:-scripting-session.war}
WORK=$(realpath -m "${WORK:-target/nodes/$NAME}")
WILDFLY=${WILDFLY:-${JBOSS_HOME:-wildfly}}
[ -f "$WILDFLY/jboss-modules.jar" ] || { echo "WILDFLY=$WILDFLY is not the folder of a WildFly" >&2; exit 1; }
[ -f "$WAR" ] || { echo "WAR=$WAR: no such file" >&2; exit 1; }

configuration=standalone.xml
modules=$WILDFLY/modules
scripts=("$here/$mode.cli")
case $mode in
  cluster) configuration=standalone-ha.xml ;;
  database)
    configuration=standalone-ha.xml
    case ${DATABASE:-} in
      jdbc:postgresql:*)
        [ -f "${DATABASE_DRIVER:-}" ] || { echo "DATABASE_DRIVER=${DATABASE_DRIVER:-} is no jar of PostgreSQL's driver" >&2; exit 1; }
        scripts=("$here/cluster.cli" "$here/database-postgresql.cli")
        mkdir -p "$WORK/modules/org/scriptingsession/database/main"
        cp "$DATABASE_DRIVER" "$WORK/modules/org/scriptingsession/database/main/driver.jar"
        cp "$here/database-module.xml" "$WORK/modules/org/scriptingsession/database/main/module.xml"
        modules=$WORK/modules:$modules
        ;;
      "")
        # each node would have a file of its own, and sessions of its own in it
        case $GRID_MEMBERS in *,*) echo "several nodes need DATABASE=jdbc:postgresql://..." >&2; exit 1 ;; esac
        scripts=("$here/cluster.cli" "$here/database-h2.cli")
        ;;
      *) echo "DATABASE=$DATABASE is not jdbc:postgresql://...; leave it out for a file" >&2; exit 1 ;;
    esac
    ;;
esac
if [ ! -f "$WORK/$mode.configured" ]; then
  mkdir -p "$WORK"
  cp -r "$WILDFLY/standalone/." "$WORK"
  for script in "$here/jakarta-security.cli" "$here/limits.cli" "$here/bodies.cli" "${scripts[@]}" ${CLI:+"$CLI"}; do
    [ -f "$script" ] || continue
    name=$(basename "$script" .cli)
    sed "s/standalone.xml/$configuration/; s/embed-server --admin-only=true/embed-server --server-config=$configuration/" \
      "$script" >"$WORK/$name.cli"
    JBOSS_HOME=$WILDFLY JBOSS_MODULEPATH=$modules JAVA_OPTS="-Djboss.server.base.dir=$WORK ${JVM_OPTIONS:-}" "$WILDFLY/bin/jboss-cli.sh" --file="$WORK/$name.cli" \
      >"$WORK/$name.log" || { cat "$WORK/$name.log" >&2; exit 1; }
  done
  touch "$WORK/$mode.configured"
fi
rm -f "$WORK/deployments/"*
cp "$WAR" "$WORK/deployments/$CONTEXT_ROOT.war"
touch "$WORK/deployments/$CONTEXT_ROOT.war.dodeploy"

# TCPPING writes host[port],host[port]
members=$(sed -E 's/:([0-9]+)/[\1]/g' <<<"$GRID_MEMBERS")
opens=()
for package in java.base/com.sun.net.ssl.internal.ssl java.base/java.io java.base/java.lang java.base/java.lang.invoke \
  java.base/java.lang.reflect java.base/java.net java.base/java.security java.base/java.util java.base/java.util.concurrent \
  java.management/javax.management java.naming/javax.naming; do
  opens+=("--add-opens=$package=ALL-UNNAMED")
done
# shellcheck source=../jdk-flags.sh
. "$here/../jdk-flags.sh"
# shellcheck disable=SC2086
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -D"[Standalone]" -Xmx"${HEAP:-1g}" -Djava.net.preferIPv4Stack=true \
  -Djboss.modules.system.pkgs=org.jboss.byteman"$jvm_packages" --add-exports=java.desktop/sun.awt=ALL-UNNAMED \
  --add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED "${opens[@]}" \
  -Dorg.jboss.boot.log.file="$WORK/log/server.log" -Dlogging.configuration="file:$WORK/configuration/logging.properties" \
  "${jdk_flags[@]}" ${JVM_OPTIONS:-} -jar "$WILDFLY/jboss-modules.jar" -mp "$modules" org.jboss.as.standalone \
  -Djboss.home.dir="$WILDFLY" -Djboss.server.base.dir="$WORK" -c "$configuration" -Djboss.node.name="$NAME" \
  -Djboss.bind.address="$ADDRESS" -Djboss.bind.address.private="$GRID_ADDRESS" -Djboss.bind.address.management="$ADDRESS" \
  -Djboss.http.port="$HTTP_PORT" -Djboss.https.port="${HTTPS_PORT:-0}" -Djboss.management.http.port="$MANAGEMENT_PORT" \
  -Dscripting.grid.port="$GRID_PORT" -Dscripting.grid.members="$members" -Dscripting.remote.store="$REMOTE_STORE"
