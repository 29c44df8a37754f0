#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Waits until one of GRID_MEMBERS but GRID_SELF listens, a minute at most. A node that holds no data fails to start when nobody does,
# but its process goes on, and nodes that come later wait for it in vain.
set -euo pipefail

for ((second = 0; second < 60; second++)); do
  for member in ${GRID_MEMBERS//,/ }; do
    if [ "$member" != "$GRID_SELF" ] && (exec 3<>"/dev/tcp/${member%:*}/${member##*:}") 2>/dev/null; then
      exit 0
    fi
  done
  sleep 1
done
echo "no node of $GRID_MEMBERS listens: start one that holds sessions (store, cluster) before this one" >&2
exit 1
