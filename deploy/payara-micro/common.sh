# SPDX-License-Identifier: Apache-2.0
# The opening of both node.sh for Payara, sourced by them: the mode, and the variables with their defaults (README.md beside this file).
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
WAR=${WAR:-scripting-session.war}
WORK=${WORK:-target/nodes/$NAME}
[ "$mode" = store ] || [ -f "$WAR" ] || { echo "WAR=$WAR: no such file" >&2; exit 1; }

# a lite member holds no data, and fails to start when nobody does
lite=false
[ "$mode" != web ] || lite=true
await_store() {
  [ "$mode" != web ] || GRID_SELF=$GRID_ADDRESS:$GRID_PORT GRID_MEMBERS=$GRID_MEMBERS "$(dirname "${BASH_SOURCE[0]}")/await-member.sh"
}
