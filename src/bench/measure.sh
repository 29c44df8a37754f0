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
  row "Java, 10 kB cart in the session, JSON-B" "$java/java/cart" "100 lines" 11
  row "script, 10 kB cart in the session, get and set" "$script/bench/cart.mjs" "100 lines" 11
  row "script of the documentation in a folder, against the WAR's" "$script/folder/hello.mjs" "$said" 2
  row "Java, call of a bean with a string" "$java/java/bean" "Hello Ann" 14
  row "script, call of a bean with a string" "$script/bench/bean.mjs" "Hello Ann" 14
  row "script, one bean of 100 ms awaited" "$script/bench/awaitone.mjs" "Hello Ann" 16
  row "script, two beans of 100 ms awaited together" "$script/bench/awaittwo.mjs" "Hello Ann" 16
  row "Java, 200 lines through regular expressions" "$java/java/regexp" "146700" 18
  row "script, 200 lines through regular expressions" "$script/bench/regexp.mjs" "146700" 18
  row "Java, 500 objects sorted" "$java/java/sort" "name 0name 419" 20
  row "script, 500 objects sorted" "$script/bench/sort.mjs" "name 0name 419" 20
  row "Java, 1,000 strings joined" "$java/java/strings" "17874" 22
  row "script, 1,000 strings joined" "$script/bench/strings.mjs" "17874" 22
  [ -z "$express_port" ] || row "express-session on Node, one process" "http://127.0.0.1:$express_port/hello" "$said" 1
}

# is_measured ROW: whether --only names the row
is_measured() { [[ ${names[$1]} =~ $only ]]; }

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

# load URL SECONDS CONNECTIONS [FILE WITH THE RIGHT ANSWER]: wrk's output; a thread a connection, so that each is a user with
# a session of its own, made here
load() {
  curl -s -D "$work/heads.txt" -o /dev/null "$1?user=[1-$3]"
  tr -d '\r' <"$work/heads.txt" | awk -F'[:;] *' 'tolower($1) == "set-cookie" {print $2}' >"$work/cookies.txt"
  wrk -t"$3" -c"$3" -d"$2" --latency -s "$here/session.lua" "$1" -- "$work/cookies.txt" ${4:+"$4"}
}

rate_of() {
  awk '/Requests\/sec/ {rate = $2} /Non-2xx/ {bad = $NF} /Socket errors/ {bad += $4 + $6 + $8 + $10}
    /Wrong answers/ {bad += $NF} END {print rate + 0, bad + 0}'
}

# every answer under load against one that is known to be right, before and after the measuring
verify_rows() {
  local i rate bad
  for i in "${!urls[@]}"; do
    is_measured "$i" || continue
    curl -s "${urls[$i]}" >"$work/answer.$i"
    read -r rate bad < <(load "${urls[$i]}" 1 "$connections" "$work/answer.$i" | rate_of)
    [ "$rate" != 0 ] && [ "$bad" = 0 ] || { echo "${names[$i]}: $bad wrong answers under load" >&2; exit 1; }
  done
}

warm_up() {
  local i
  for i in "${!urls[@]}"; do
    is_measured "$i" || continue
    load "${urls[$i]}" "$warm" "$connections" >/dev/null
  done
}

median() { sort -n | awk '{v[NR] = $1} END {print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2}'; }

# rounds go through all rows, so that noise of the machine hits all alike
measure_rows() {
  local round i rate bad
  rm -f "$work"/rate.*
  for ((round = 1; round <= rounds; round++)); do
    echo "round $round of $rounds ..." >&2
    for i in "${!urls[@]}"; do
      is_measured "$i" || continue
      read -r rate bad < <(load "${urls[$i]}" "$seconds" "$connections" | rate_of)
      [ "$rate" != 0 ] && [ "$bad" = 0 ] || { echo "${names[$i]}: $bad failed requests" >&2; exit 1; }
      echo "$rate" >>"$work/rate.$i"
    done
  done
}

# ratio_of KIND ROW BASE: the median of the rounds' ratios, not the ratio of medians: both sides of it saw the same noise
ratio_of() { paste "$work/$1.$2" "$work/$1.$3" | awk '$2 > 0 {print $1 / $2}' | median; }

print_rows() {
  local i
  echo "| Row, $connections connections | requests/s, median of $rounds | against the same in Java |"
  echo "|---|---|---|"
  for i in "${!names[@]}"; do
    is_measured "$i" || continue
    printf '| %s | %.0f | %.2f |\n' "${names[$i]}" "$(median <"$work/rate.$i")" "$(ratio_of rate "$i" "${bases[$i]}")"
  done
}

measure_latency() {
  local i c round
  for ((round = 1; round <= rounds; round++)); do
    for c in 1 "$connections"; do
      for i in 1 2 4; do
        load "${urls[$i]}" "$seconds" "$c" >"$work/latency.txt"
        millis_of 50% <"$work/latency.txt" >>"$work/p50-$c.$i"
        millis_of 99% <"$work/latency.txt" >>"$work/p99-$c.$i"
      done
    done
  done
}

print_latency() {
  local i c
  echo
  echo "| Latency | connections | p50 ms (against Java) | p99 ms (against Java) |"
  echo "|---|---|---|---|"
  for c in 1 "$connections"; do
    for i in 1 2 4; do
      printf '| %s | %s | %.3f (%.2f) | %.3f (%.2f) |\n' "${names[$i]}" "$c" \
        "$(median <"$work/p50-$c.$i")" "$(ratio_of "p50-$c" "$i" 1)" \
        "$(median <"$work/p99-$c.$i")" "$(ratio_of "p99-$c" "$i" 1)"
    done
  done
}

millis_of() {
  awk -v p="$1" '$1 == p {t = $2; if (t ~ /us$/) f = 0.001; else if (t ~ /ms$/) f = 1; else f = 1000; sub(/[a-z]+$/, "", t); print t * f}'
}

# heap of a new server after 10,000 requests of the documentation's script and after 1,000,000 more
print_soak() {
  local few sent
  start_payara soak
  url=http://127.0.0.1:$port/scripting-session/js/hello.mjs
  send_at_least 10000 2
  few=$(heap_kib "$payara_pid")
  echo "1,000,000 requests ..." >&2
  send_at_least 1000000 30
  growth_mib=$((($(heap_kib "$payara_pid") - few) / 1024))
  echo "| heap after GC, after 10,000 requests / growth after $sent more | $((few / 1024)) / $growth_mib MiB |"
  stop_all
}

# send_at_least REQUESTS SECONDS-A-ROUND: sets sent
send_at_least() {
  local count
  sent=0
  while [ "$sent" -lt "$1" ]; do
    count=$(load "$url" "$2" "$connections" | awk '/requests in/ {print $1}')
    [ "${count:-0}" -gt 0 ] || { echo "no answers under load" >&2; exit 1; }
    sent=$((sent + count))
  done
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
  context_kib=$(((many - few) / 100))
  echo "| heap of one pooled context | $context_kib KiB |"
}

# bar NAME MEASURED OPERATOR BAR
bar() {
  awk -v name="$1" -v value="$2" -v op="$3" -v bar="$4" 'BEGIN {
    held = op == ">=" ? value + 0 >= bar + 0 : value + 0 <= bar + 0
    printf "| %s | %.2f | %s %s | %s |\n", name, value, op, bar, held ? "yes" : "NO"
  }'
}

# what the product promises, from the rows above
print_bars() {
  local last=$((${#names[@]} - 1))
  echo
  echo "| Bar | measured | bar | held |"
  echo "|---|---|---|---|"
  bar "script of the documentation / Java" "$(ratio_of rate 2 1)" ">=" 0.9
  bar "two levels of user imports / Java" "$(ratio_of rate 3 1)" ">=" 0.8
  bar "cycle, import(), await / Java" "$(ratio_of rate 4 1)" ">=" 0.3
  bar "script of the documentation, in a folder / in the WAR" "$(ratio_of rate 13 2)" ">=" 0.97
  bar "its p50 at one connection / Java" "$(ratio_of p50-1 4 1)" "<=" 2
  bar "10 kB cart, get and set / Java with JSON-B" "$(ratio_of rate 12 11)" ">=" 0.5
  bar "call of a bean / Java" "$(ratio_of rate 15 14)" ">=" 0.8
  bar "one bean of 100 ms / two awaited together" "$(ratio_of rate 16 17)" "<=" 1.3
  [ -z "$express_port" ] || bar "script of the documentation / express-session" "$(ratio_of rate 2 "$last")" ">=" 2
  bar "p99 of the documentation's script / Java" "$(ratio_of "p99-$connections" 2 1)" "<=" 1.5
  bar "first request, ms" "$first_millis_of_main" "<=" 100
  bar "heap of one pooled context, MiB" "$(awk "BEGIN {print $context_kib / 1024}")" "<=" 3
  [ -z "$soak" ] || bar "growth of the heap in 1,000,000 requests, MiB" "$growth_mib" "<=" 5
}
