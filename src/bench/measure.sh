# SPDX-License-Identifier: Apache-2.0
# The rows, how they are measured and printed. Sourced by run.

names=() urls=() bodies=() bases=()

# row NAME URL EXPECTED-BODY BASE: the base is the index of the row that the ratio is taken against
row() { names+=("$1"); urls+=("$2"); bodies+=("$3"); bases+=("$4"); }

define_rows() {
  local java=http://127.0.0.1:$port/comparison script=http://127.0.0.1:$port/scripting-session/js
  local said='[Attribute]: value1'
  row "plain servlet" "$java/servlet" "$said" 1
  row "JAX-RS + CDI in Java" "$java/java/hello" "$said" 1
  row "script of the documentation" "$script/hello.mjs" "$said" 1
  row "script with two levels of user imports" "$script/bench/imports.mjs" "$said" 1
  row "script with cycle, import(), await" "$script/bench/hardest.mjs" "$said" 1
  row "Java, 100 kB of output" "$java/java/output" "line 0" 5
  row "script, 100 kB of output" "$script/bench/output.mjs" "line 0" 5
  row "Java, JSON transform of 1,000 items" "$java/java/compute" "4526" 7
  row "script, JSON transform of 1,000 items" "$script/bench/compute.mjs" "4526" 7
  row "Java, read-only, no session" "$java/java/readonly" "[Attribute]: null" 9
  row "script, read-only, no session" "$script/bench/readonly.mjs" "[Attribute]: null" 9
  [ -z "$express_port" ] || row "express-session on Node, one process" "http://127.0.0.1:$express_port/hello" "$said" 1
}

# a row that answers something else measures something else
check_rows() {
  local i body
  for i in "${!urls[@]}"; do
    body=$(curl -s "${urls[$i]}" | head -c 80 | tr '\n' ' ')
    case $body in
      "${bodies[$i]}"*) ;;
      *) echo "${names[$i]}: expected ${bodies[$i]}, got $body" >&2; exit 1 ;;
    esac
  done
}

# load URL SECONDS CONNECTIONS: wrk's output; a thread a connection, so that each is a user with a session of its own
load() { wrk -t"$3" -c"$3" -d"$2" --latency -s "$here/session.lua" "$1"; }

rate_of() { awk '/Requests\/sec/ {rate = $2} /Non-2xx/ {bad = $NF} /Socket errors/ {bad += $4 + $6 + $8 + $10} END {print rate, bad + 0}'; }

warm_up() {
  local i
  for i in "${!urls[@]}"; do load "${urls[$i]}" "$warm" "$connections" >/dev/null; done
}

median() { sort -n | awk '{v[NR] = $1} END {print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2}'; }

# rounds go through all rows, so that noise of the machine hits all alike
measure_rows() {
  local round i rate bad
  rm -f "$work"/rate.*
  for ((round = 1; round <= rounds; round++)); do
    echo "round $round of $rounds ..." >&2
    for i in "${!urls[@]}"; do
      read -r rate bad < <(load "${urls[$i]}" "$seconds" "$connections" | rate_of)
      [ "$bad" = 0 ] || { echo "${names[$i]}: $bad failed requests" >&2; exit 1; }
      echo "$rate" >>"$work/rate.$i"
    done
  done
}

# the ratio is the median of the rounds' ratios, not the ratio of medians: both sides of it saw the same noise
ratio_of() { paste "$work/rate.$1" "$work/rate.$2" | awk '{print $1 / $2}' | median; }

print_rows() {
  local i
  echo "| Row, $connections connections | requests/s, median of $rounds | against the same in Java |"
  echo "|---|---|---|"
  for i in "${!names[@]}"; do
    printf '| %s | %.0f | %.2f |\n' "${names[$i]}" "$(median <"$work/rate.$i")" "$(ratio_of "$i" "${bases[$i]}")"
  done
}

print_latency() {
  local i c round
  echo
  echo "| Latency | connections | p50 ms | p99 ms |"
  echo "|---|---|---|---|"
  for c in 1 "$connections"; do
    rm -f "$work"/p50.* "$work"/p99.*
    for ((round = 1; round <= rounds; round++)); do
      for i in 1 2 4; do
        load "${urls[$i]}" "$seconds" "$c" >"$work/latency.txt"
        millis_of 50% <"$work/latency.txt" >>"$work/p50.$i"
        millis_of 99% <"$work/latency.txt" >>"$work/p99.$i"
      done
    done
    for i in 1 2 4; do
      printf '| %s | %s | %.3f | %.3f |\n' "${names[$i]}" "$c" "$(median <"$work/p50.$i")" "$(median <"$work/p99.$i")"
    done
  done
}

millis_of() {
  awk -v p="$1" '$1 == p {t = $2; if (t ~ /us$/) f = 0.001; else if (t ~ /ms$/) f = 1; else f = 1000; sub(/[a-z]+$/, "", t); print t * f}'
}

# heap after 10,000 and after 1,000,000 more requests of the documentation's script
print_soak() {
  local before requests=0
  load "${urls[2]}" 3 "$connections" >/dev/null
  before=$(heap_kib "$payara_pid")
  while [ "$requests" -lt 1000000 ]; do
    requests=$((requests + $(load "${urls[2]}" 20 "$connections" | awk '/requests in/ {print $1}')))
  done
  echo "| heap after GC, before / after $requests more requests | $before / $(heap_kib "$payara_pid") KiB |"
}

# the difference that 100 more contexts make
print_memory() {
  local few many
  start_payara few -Dscripting.contexts=16
  few=$(heap_kib "$payara_pid")
  stop_all
  start_payara many -Dscripting.contexts=116
  many=$(heap_kib "$payara_pid")
  stop_all
  echo "| heap of one pooled context | $(((many - few) / 100)) KiB |"
}
