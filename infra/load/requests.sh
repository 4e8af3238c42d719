# The measurements of single requests. Sourced by run.

# The files of requests, and the pgbench scripts that do the same.
prepare() {
  sql -c "create schema if not exists load_run" -c "create unlogged table if not exists load_run.account (
      login text primary key, token text, school text, role text, pupil uuid, study_group uuid, subject uuid, lesson uuid)" \
    -c "truncate load_run.account" \
    -c "\\copy load_run.account from '$tokens' with (format csv, delimiter E'\\t', header, null '')"
  sql -f "$here/prepare.sql"
  local mark="'/api/v1/schools/' || slug || '/marks', token, json_build_object('lesson', lesson, 'pupil', pupil, 'value', mark)"
  sql -c "select $mark from load_run.cell order by n limit 40000" >"$work/marks.tsv"
  sql -c "select $mark from load_run.cell_of_one order by n" >"$work/marks-one.tsv"
  sql -c "select '/api/v1/schools/' || slug || '/journal/changes', token, json_build_object('changes', json_agg(json_build_object(
      'op', 'mark', 'opId', '#' || place, 'lesson', lesson, 'pupil', pupil, 'value', mark)))
    from (select *, row_number() over (partition by lesson order by pupil) place from load_run.cell) c
    group by slug, token, lesson having count(*) >= 25 order by md5(lesson::text)" | head -n 5000 >"$work/lessons.tsv"
  sql -c "select '/api/v1/schools/' || slug || '/pupils/' || pupil || '/diary', token from load_run.family where n <= 200 order by n" \
    >"$work/diary.tsv"
  sql -c "select '/api/v1/schools/' || slug || '/pupils/' || pupil || '/diary?week=' || to_char(current_date - 7 * w, 'IYYY-\"W\"IW'), token
    from load_run.family, generate_series(0, 8) w where n between 201 and 3000 order by n, w" >"$work/weeks.tsv"
  sql -c "select '/s/' || slug || '/diary/' || pupil, token from load_run.family where n <= 200 order by n" >"$work/diary-page.tsv"
  sql -c "select distinct on (md5(study_group::text || subject)) '/s/' || slug || '/journal?group=' || study_group || '&subject=' || subject, token
    from load_run.cell order by md5(study_group::text || subject) limit 200" >"$work/grid-page.tsv"
  printf '/value\t\n' >"$work/plain.tsv"
  "$java" -cp "$work/classes" Anchor "$root" "$(sql -c 'select count(*) from load_run.cell')" cell >"$work/anchor.sql"
  "$java" -cp "$work/classes" Anchor "$root" "$(sql -c 'select count(*) from load_run.cell_of_one')" cell_of_one \
    >"$work/anchor-one.sql"
  load_before=$(cut -d' ' -f1 /proc/loadavg)
}

from() { echo $((RANDOM * 7 % $(wc -l <"$1"))); } # a place in the file to begin at

# Long enough for the compiler: thousands of each.
warm_up() {
  local file long=60
  [ $quick = no ] || long=20
  say "Warming up"
  # Not the lessons: a small world has too few of them to spend any here.
  load $long 16 "$base" post.lua "$work/marks.tsv" "$(from "$work/marks.tsv")"
  for file in diary weeks diary-page grid-page; do
    load $((long / 2)) 16 "$base" get.lua "$work/$file.tsv" 0
  done
  bad=0 # a cold service on a busy machine may send some away
}

# bench SCRIPT: sets tps, p50 and sqlms a transaction, of pgbench with the product's statements.
bench() {
  rm -f "$work"/bench.*
  local before=$(sql_cpu)
  PGPASSWORD=$(secret parta_app) pgbench -h 127.0.0.1 -p "$sqlport" -U parta_app -d parta -n -M simple -c 16 -j 1 \
    -T "$seconds" -D turn=0 -f "$work/$1" -l --log-prefix="$work/bench" >"$work/pgbench.log" 2>&1
  sqlms=$(($(sql_cpu) - before))
  tps=$(sed -n 's/^tps = \([0-9.]*\).*/\1/p' "$work/pgbench.log")
  p50=$(awk '{ print $3 / 1000 }' "$work"/bench.* | median)
}

measure_writes() {
  local round
  for round in $(seq "$rounds"); do
    load "$seconds" 16 "$base" post.lua "$work/marks.tsv" "$(from "$work/marks.tsv")"
    note marks "$(calc "$requests / $took")"
    note marks.p50 "$p50"
    note marks.cpu "$(calc "$server / $requests")"
    note marks.sql "$(calc "$sqlms / $requests")"
    bench anchor.sql
    note bench "$tps"
    note bench.p50 "$p50"
    note bench.sql "$(calc "$sqlms / ($tps * $seconds)")"
    load "$seconds" 16 "$base" post.lua "$work/marks-one.tsv" "$(from "$work/marks-one.tsv")"
    note one "$(calc "$requests / $took")"
    bench anchor-one.sql
    note bench.one "$tps"
  done
  row "single marks" "$(middle marks)" "marks/s" "$(middle bench)" "$(calc "$(middle marks) / $(middle bench)")" 0.30 0.75 up
  row "single marks, p50" "$(middle marks.p50)" ms "$(middle bench.p50)" "$(calc "$(middle marks.p50) / $(middle bench.p50)")" 3.0 1.5 down
  row "single marks, one school alone" "$(middle one)" "marks/s" "$(middle bench.one)" "$(calc "$(middle one) / $(middle bench.one)")" "" "" -
  row "single marks, CPU of the service" "$(middle marks.cpu)" "ms a mark" "" "" "" "" -
  row "single marks, CPU of PostgreSQL" "$(middle marks.sql)" "ms a mark" "$(middle bench.sql)" "$(calc "$(middle marks.sql) / $(middle bench.sql)")" "" "" -
}

measure_lessons() {
  local round
  for round in $(seq "$rounds"); do
    load "$seconds" 16 "$base" post.lua "$work/lessons.tsv" "$(from "$work/lessons.tsv")"
    note lessons "$(calc "$requests * 25 / $took")"
    note lessons.cpu "$(calc "($server + $sqlms) / $requests / 25")"
    load "$seconds" 16 "$base" post.lua "$work/marks.tsv" "$(from "$work/marks.tsv")"
    note singles "$(calc "$requests / $took")"
  done
  row "a whole lesson in one request" "$(middle lessons)" "marks/s" "$(middle singles)" "$(calc "$(middle lessons) / $(middle singles)")" 4 8 up
  row "a whole lesson, CPU of service and PostgreSQL" "$(middle lessons.cpu)" "ms a mark" "" "" "" "" -
}

start_plain() {
  plainport=$(free_port)
  "$java" -XX:+UseCompactObjectHeaders --enable-native-access=ALL-UNNAMED -Xmx1g -cp "$work/classes:$libraries" Plain \
    "$plainport" "redis://:$(secret redis)@127.0.0.1:$redisport" >"$work/plain.log" 2>&1 &
  plain=$!
  until curl -sf "http://127.0.0.1:$plainport/value" >/dev/null; do
    sleep 0.3
    kill -0 $plain
  done
}

# Interleaved in short turns: the same minute for the product and its anchor.
measure_reads() {
  local round
  start_plain
  watch=$plain load "$seconds" 16 "http://127.0.0.1:$plainport" get.lua "$work/plain.tsv"
  for round in $(seq "$rounds"); do
    load "$seconds" 16 "$base" get.lua "$work/diary.tsv"
    note diary "$(calc "$requests / ($server / 1000)")"
    note diary.all "$(calc "($server + $sqlms) / $requests")"
    note diary.p99 "$p99"
    watch=$plain load "$seconds" 16 "http://127.0.0.1:$plainport" get.lua "$work/plain.tsv"
    note plain "$(calc "$requests / ($server / 1000)")"
    load $((seconds / 2 + 1)) 16 "$base" get.lua "$work/weeks.tsv" $((round * 7000 % 25000))
    note weeks.all "$(calc "($server + $sqlms) / $requests")"
    note weeks "$(calc "$requests / $took")"
  done
  stop "$plain"
  plain=
  row "diary week, cached" "$(middle diary)" "requests/s a core" "$(middle plain)" "$(calc "$(middle diary) / $(middle plain)")" 0.4 0.9 up
  row "diary week, cached, p99 at 16 clients" "$(middle diary.p99)" ms "" "" "" "" -
  row "diary week, not cached" "$(middle weeks.all)" "CPU ms" "$(middle diary.all)" "$(calc "$(middle weeks.all) / $(middle diary.all)")" 3 8 up
  row "diary week, not cached, rate" "$(middle weeks)" "requests/s" "" "" "" "" -
}

measure_pages() {
  local round
  for round in $(seq "$rounds"); do
    load "$seconds" 16 "$base" get.lua "$work/diary-page.tsv"
    note page "$(calc "$server / $requests")"
    note page.sql "$(calc "$sqlms / $requests")"
    note page.p99 "$p99"
    load "$seconds" 16 "$base" get.lua "$work/grid-page.tsv"
    note grid "$(calc "$server / $requests")"
    note grid.sql "$(calc "$sqlms / $requests")"
    note grid.p99 "$p99"
  done
  row "parent's diary page, CPU of the service" "$(middle page)" "ms" "" "" 5 1 down
  row "parent's diary page, CPU of PostgreSQL" "$(middle page.sql)" "ms" "" "" "" "" -
  row "parent's diary page, p99 at 16 clients" "$(middle page.p99)" "ms" "" "" 50 20 down
  row "teacher's grid page, CPU of the service" "$(middle grid)" "ms" "" "" 6 3 down
  row "teacher's grid page, CPU of PostgreSQL" "$(middle grid.sql)" "ms" "" "" "" "" -
  row "teacher's grid page, p99 at 16 clients" "$(middle grid.p99)" "ms" "" "" "" "" -
}

measure_arrival() {
  local who
  who=$(sql -c "select person from load_run.cell group by person order by count(*) desc limit 1")
  sql -c "select '/api/v1/schools/' || slug || '/marks', token, json_build_object('lesson', lesson, 'pupil', pupil, 'value', mark)
    from load_run.cell where person = '$who' order by n" >"$work/arrival.tsv"
  eval "$("$java" -cp "$work/classes" Arrival "$base" "$work/arrival.tsv" \
    "/api/v1/live?schools=$(sql -c "select slug from load_run.cell where person = '$who' limit 1")" \
    "$(sql -c "select token from load_run.cell where person = '$who' limit 1")" "$marks")"
  row "mark by the API to its event, p50" "$p50" ms "" "" 15 15 down
  row "mark by the API to its event, p99" "$p99" ms "" "" 100 100 down
}
