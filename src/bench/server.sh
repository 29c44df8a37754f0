# SPDX-License-Identifier: Apache-2.0
# Starts and stops what is measured. Sourced by run.

pids=()

stop_all() {
  local pid i
  for pid in "${pids[@]}"; do
    kill "$pid" 2>/dev/null
    for ((i = 0; i < 150; i++)); do
      kill -0 "$pid" 2>/dev/null || break
      sleep 0.1
    done
    kill -9 "$pid" 2>/dev/null && echo "process $pid did not end and was killed" >&2
    wait "$pid" 2>/dev/null || true  # of set -e, or the others go on
  done
  pids=()
}

# below 32768, where Linux takes the ports of outgoing connections from: one of those may be taken while the server starts
free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 12000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}

# await_ready LOG: until the Payara Micro that was started last says that it is ready
await_ready() {
  until grep -qs "Payara Micro .* ready in" "$1"; do
    kill -0 "${pids[-1]}" 2>/dev/null || { echo "Payara Micro ended, see $1" >&2; exit 1; }
    sleep 0.02
  done
}

now_millis() { date +%s%3N; }

# start_payara NAME [JVM options]: sets port, payara_pid, ready_millis (start to the first answer of a script), server_millis (the
# server's first request of all, to a plain servlet: it makes the server's own things) and first_millis (the first to a script)
start_payara() {
  local name=$1 start
  shift
  port=$(free_port)
  mkdir -p "$work/$name"
  start=$(now_millis)
  "$java" -Xmx1g -Djava.net.preferIPv4Stack=true $jvm "$@" -jar "$payara" --rootdir "$work/$name" --port "$port" \
    --nocluster --prebootcommandfile "$root/deploy/payara-micro/preboot.txt" \
    --deploy "$work/scripting-session.war" --deploy "$work/comparison/comparison.war" >"$work/$name.log" 2>&1 &
  payara_pid=$!
  pids+=("$payara_pid")
  await_ready "$work/$name.log"
  server_millis=$(millis_of_request "http://127.0.0.1:$port/comparison/servlet") \
    && first_millis=$(millis_of_request "http://127.0.0.1:$port/scripting-session/js/hello.mjs") \
    || { echo "the first request failed, see $work/$name.log" >&2; exit 1; }
  ready_millis=$(($(now_millis) - start))
}

millis_of_request() {
  local seconds
  seconds=$(curl -sf -o /dev/null -w '%{time_total}' "$1") && awk "BEGIN {print $seconds * 1000}"
}

deployed_millis() {
  sed -n 's/.*scripting-session was successfully deployed in \([0-9,]*\) milliseconds.*/\1/p' "$work/$1.log" | tr -d , | tail -1
}

start_express() {
  local pid
  express_port=
  command -v node >/dev/null && command -v npm >/dev/null || { echo "Node.js is not here: express-session is left out." >&2; return; }
  mkdir -p "$work/express"
  rm -f "$work/express/port.txt"
  cp "$here/express/server.js" "$work/express/"
  [ -d "$work/express/node_modules/express-session" ] \
    || (cd "$work/express" && npm install --silent --no-fund --no-audit --prefix . express@4.21.2 express-session@1.18.2 >npm.log 2>&1) \
    || { echo "npm could not install express-session: left out, see $work/express/npm.log" >&2; return; }
  (cd "$work/express" && NODE_ENV=production exec node server.js >port.txt 2>express.log) &
  pid=$!
  pids+=("$pid")
  until [ -s "$work/express/port.txt" ]; do
    kill -0 "$pid" 2>/dev/null || { echo "express-session ended: left out, see $work/express/express.log" >&2; return; }
    sleep 0.1
  done
  express_port=$(cat "$work/express/port.txt")
}

resident_mib() { awk '/VmRSS/ {print int($2 / 1024)}' "/proc/$1/status"; }

# heap in use after a full collection, in KiB
heap_kib() {
  "$jcmd" "$1" GC.run >/dev/null
  "$jcmd" "$1" GC.run >/dev/null
  "$jcmd" "$1" GC.heap_info | awk '/used/ {for (i = 1; i <= NF; i++) if ($i == "used") {gsub("[K,]", "", $(i + 1)); print $(i + 1); exit}}'
}
