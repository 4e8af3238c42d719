# The measurements of the live stream. Sourced by run.

tell() { # the clients something, and takes their answer
  echo "$1" >&"${sse[1]}"
  read -r -t "${2:-130}" line <&"${sse[0]}" || { say "the stream clients are silent"; exit 2; }
  eval "$line"
}

heap() { # kilobytes alive
  "$(dirname "$java")/jcmd" "$1" GC.run >/dev/null
  "$(dirname "$java")/jcmd" "$1" GC.run >/dev/null
  "$(dirname "$java")/jcmd" "$1" GC.heap_info | sed -n 's/.*used \([0-9]*\)K.*/\1/p' | head -n 1
}

# As many streams as watchers, five to a family; marks go to children of those families.
measure_live() {
  local families=$((watchers / 5)) at=$((RANDOM % 1000))
  ulimit -n "$(ulimit -Hn)"
  if [ "$(ulimit -n)" -lt $((watchers + 500)) ]; then
    say "  only $(ulimit -n) open files are allowed: fewer watchers"
    watchers=$(($(ulimit -n) - 500))
    families=$((watchers / 5))
  fi
  sql -c "select '/api/v1/live?schools=' || slug, token from load_run.family where n <= $families order by n" >"$work/watchers.tsv"
  sql -c "select '/api/v1/schools/' || c.slug || '/marks', c.token, json_build_object('lesson', c.lesson, 'pupil', c.pupil, 'value', c.mark)
    from load_run.cell c join load_run.family f on f.tenant = c.tenant and f.pupil = c.pupil and f.n <= $families
    order by c.n limit 20000" >"$work/watched.tsv"
  local heap_before heap_after alone
  pace 100 10 "$at"
  alone=$server
  heap_before=$(heap "$service")
  coproc sse { exec "$work/sse" "$port" "$watchers" "$work/watchers.tsv" "$work/received.tsv"; }
  clients=$sse_PID
  read -r -t 130 line <&"${sse[0]}"
  eval "$line"
  say "  $on streams on after $took s, $failed failed"
  row "streams: all on" "$took" "s" "" "" "" "" -
  sql -c "drop table if exists load_run.head" -c "create table load_run.head as select tenant_id, seq from ledger_head"
  sleep 3
  heap_after=$(heap "$service")
  row "streams: heap each" "$(calc "($heap_after - $heap_before) / $on")" KB "" "" 24 15.8 down
  tell window
  pace 100 20 $((at + 1000))
  sleep 1
  tell figures
  local delivered=$deliveries delay50=$p50 delay99=$p99
  row "streams: CPU of a delivery" "$(calc "($server - $alone * 2) / $delivered * 1000")" "µs" "" "" "" "" -
  row "streams: commit to watcher, p50" "$delay50" ms "" "" "" "" -
  row "streams: commit to watcher, p99" "$delay99" ms "" "" "" "" -
  row "streams: deliveries in 20 s at 100 marks/s" "$delivered" "" "" "" "" "" -
  pace 50 8 $((at + 3000)) &
  local pacing=$!
  sleep 1
  tell drop
  say "  $on streams back after $took s, $failed failed"
  row "streams: all dropped and back" "$took" s "" "" 30 10 down
  wait $pacing || true
  sleep 3
  tell figures
  row "streams: dropped by the server, refused, told to reload" "$((dropped + failed + reloads))" "" "" "" 0 0 down
  echo end >&"${sse[1]}"
  wait "$clients" || true
  clients=
  joined
}

# pace RATE SECONDS FROM: marks to watched children at that rate; sets server to the service's processor milliseconds.
pace() {
  local before=$(cpu "$service")
  eval "$("$java" -cp "$work/classes" Pace "$base" "$work/watched.tsv" "$1" "$2" "$3")"
  server=$(($(cpu "$service") - before))
  bad=$((bad + refused))
}

# What every stream received against what the ledger says it should have, from the moment all were on.
joined() {
  sql -c "drop table if exists load_run.received" \
    -c "create unlogged table load_run.received (stream int, seq bigint, delay int)" \
    -c "\\copy load_run.received from '$work/received.tsv'"
  local line
  line=$(sql -v families=$((watchers / 5)) -v watchers="$watchers" -f "$here/joined.sql")
  eval "$line"
  row "streams: changes lost" "$lost" "of $expected" "" "" 0 0 down
  row "streams: changes repeated" "$repeated" "" "" "" 0 0 down
  row "streams: changes of others" "$foreign" "" "" "" 0 0 down
}
