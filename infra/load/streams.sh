# The measurements of the live stream. Sourced by run.

tell() { # the clients something, and takes their answer
  echo "$1" >&"${sse[1]}"
  heard
}

heard() {
  local line
  read -r -t 130 line <&"${sse[0]}" || { say "the stream clients are silent"; exit 2; }
  eval "$line"
}

heap() { # kilobytes alive
  "$(dirname "$java")/jcmd" "$1" GC.run >/dev/null
  "$(dirname "$java")/jcmd" "$1" GC.run >/dev/null
  "$(dirname "$java")/jcmd" "$1" GC.heap_info | sed -n 's/.*used \([0-9]*\)K.*/\1/p' | head -n 1
}

# As many streams as open files allow, five to a family; marks go to children of those families.
prepare_streams() {
  ulimit -n "$(ulimit -Hn)"
  if [ "$(ulimit -n)" -lt $((watchers + 500)) ]; then
    watchers=$((($(ulimit -n) - 500) / 5 * 5))
    say "  only $(ulimit -n) open files are allowed: $watchers watchers"
  fi
  families=$((watchers / 5))
  sql -c "select '/api/v1/live?schools=' || slug, token from load_run.family where n <= $families order by n" >"$work/watchers.tsv"
  sql -c "select '/api/v1/schools/' || c.slug || '/marks', c.token, json_build_object('lesson', c.lesson, 'pupil', c.pupil, 'value', c.mark)
    from load_run.cell c join load_run.family f on f.tenant = c.tenant and f.pupil = c.pupil and f.n <= $families
    order by c.n limit 20000" >"$work/watched.tsv"
  seq -f "/events/%g" 1 "$families" >"$work/watchers-plain.tsv"
  seq -f "/events/%g" 1 "$families" | shuf | sed 's/$/\t\t{}/' >"$work/watched-plain.tsv"
}

# pace BASE PID FILE RATE SECONDS: posts of the file at that rate; sets server to the process's milliseconds.
pace() {
  local before=$(cpu "$2")
  eval "$("$java" -cp "$work/classes" Pace "$1" "$3" "$4" "$5" $((RANDOM % 1000)))"
  server=$(($(cpu "$2") - before))
  bad=$((bad + refused))
}

# observe BASE PORT PID SUFFIX: opens the streams and posts 100 a second for 20 s; sets on, took, each (KB of heap),
# deliveries, p50, p99 and delivery (µs of processor time, that of the posts without watchers subtracted).
observe() {
  local before after alone
  pace "$1" "$3" "$work/watched$4.tsv" 100 10
  alone=$server
  before=$(heap "$3")
  coproc sse { exec "$work/sse" "$2" "$watchers" "$work/watchers$4.tsv" "$work/received$4.tsv"; }
  clients=$sse_PID
  heard
  say "  $on streams on after $took s, turned away at first: $failed"
  opened=$took
  sql -c "drop table if exists load_run.head" -c "create table load_run.head as select tenant_id, seq from ledger_head"
  sleep 3
  after=$(heap "$3")
  each=$(calc "($after - $before) / $on")
  tell window
  pace "$1" "$3" "$work/watched$4.tsv" 100 20
  sleep 1
  tell figures
  delivery=$(calc "($server - $alone * 2) / ($deliveries + 0.001) * 1000")
}

finish_streams() {
  echo end >&"${sse[1]}"
  wait "$clients" || true
  clients=
}

measure_live() {
  prepare_streams
  start_plain
  observe "http://127.0.0.1:$plainport" "$plainport" "$plain" -plain
  local plain_each=$each plain_p99=$p99 plain_delivery=$delivery
  finish_streams
  stop "$plain"
  plain=
  observe "$base" "$port" "$service" ""
  row "streams: all on" "$opened" "s" "" "" "" "" -
  row "streams: heap each, plain WebFlux beside" "$each" KB "$plain_each" "" 24 15.8 down
  row "streams: CPU of a delivery, against plain WebFlux" "$delivery" "µs" "$plain_delivery" "$(calc "$delivery / $plain_delivery")" "" "" -
  row "streams: commit to watcher, p50" "$p50" ms "" "" "" "" -
  row "streams: commit to watcher, p99, against plain WebFlux" "$p99" ms "$plain_p99" "$(calc "$p99 / $plain_p99")" 1.5 1.0 down
  row "streams: deliveries in 20 s at 100 marks/s" "$deliveries" "" "" "" "" "" -
  back
  finish_streams
  joined
}

# All dropped in the midst of marks, and back.
back() {
  (pace "$base" "$service" "$work/watched.tsv" 50 8; note paced "$refused") &
  local pacing=$!
  sleep 1
  tell drop
  say "  $on streams back after $took s, turned away so far: $failed"
  row "streams: all dropped and back" "$took" s "" "" 30 10 down
  wait $pacing || true
  bad=$((bad + $(middle paced)))
  sleep 3
  tell figures
  row "streams: dropped by the server or told to reload" "$((dropped + reloads))" "" "" "" 0 0 down
}

# What every stream received against what the ledger says it should have, from the moment all were on.
joined() {
  sql -c "drop table if exists load_run.received" \
    -c "create unlogged table load_run.received (stream int, seq bigint, delay int)" \
    -c "\\copy load_run.received from '$work/received.tsv'"
  eval "$(sql -v families="$families" -v watchers="$watchers" -f "$here/joined.sql")"
  row "streams: changes lost" "$lost" "of $expected" "" "" 0 0 down
  row "streams: changes repeated" "$repeated" "" "" "" 0 0 down
  row "streams: changes of others" "$foreign" "" "" "" 0 0 down
}
