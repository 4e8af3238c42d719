# What the measurements stand on: the service, its storage, clocks of processor time, load. Sourced by run.

say() { echo "$*" >&2; }

release() { # of the JDK in that directory, 0 if it is none
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null | grep . || echo 0
}

jdk() {
  local home
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
    if [ -x "$home/bin/java" ] && [ "$(release "$home")" -ge 25 ]; then
      echo "$home"
      return
    fi
  done
  say "No JDK 25 found; set JAVA_HOME to one."
  exit 2
}

need() {
  local missing=() tool
  for tool in wrk pgbench psql gcc curl awk; do
    command -v "$tool" >/dev/null || missing+=("$tool")
  done
  if [ ${#missing[@]} -gt 0 ]; then
    say "Missing: ${missing[*]}. On Debian: apt-get install wrk postgresql-contrib postgresql-client gcc curl gawk"
    exit 2
  fi
}

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 10000))
    (: </dev/tcp/127.0.0.1/$port) 2>/dev/null || { echo $port; return; }
  done
}

secret() { sed -n "s/^$1=//p" "$world/secrets.properties"; }

start_service() {
  port=$(free_port)
  PARTA_VAR=$world SERVER_PORT=$port "$java" -XX:+UseCompactObjectHeaders --enable-native-access=ALL-UNNAMED \
    -XX:+UnlockDiagnosticVMOptions -XX:+DebugNonSafepoints ${PARTA_LOAD_JVM:--Xmx2g} -jar "$jar" >"$work/service.log" 2>&1 &
  service=$!
  local waited=0
  until curl -sf "http://127.0.0.1:$port/actuator/health/readiness" >/dev/null; do
    sleep 0.5
    waited=$((waited + 1))
    if [ $waited -gt 360 ] || ! kill -0 $service 2>/dev/null; then
      say "The service did not start:"
      tail -n 20 "$work/service.log" >&2
      exit 2
    fi
  done
  postgres=$(sed -n 1p "$world/postgresql/data/postmaster.pid")
  sqlport=$(sed -n 4p "$world/postgresql/data/postmaster.pid")
  redisport=$(sed -n 's/^port //p' "$world/redis/data/redis.conf")
  base=http://127.0.0.1:$port
}

stop() { # a process of ours
  [ -n "${1:-}" ] && kill "$1" 2>/dev/null && wait "$1" 2>/dev/null || true
}

sql() { PGPASSWORD=$(secret postgres) PGOPTIONS="-c client_min_messages=warning" psql -h 127.0.0.1 -p "$sqlport" -U postgres -d parta -qXtA -F $'\t' -v ON_ERROR_STOP=1 "$@"; }

# Processor milliseconds of a process since it began; of PostgreSQL with its children, alive and ended.
cpu() { awk '{ sub(/.*\) /, ""); print ($12 + $13) * 10 }' "/proc/$1/stat" 2>/dev/null || echo 0; }

sql_cpu() {
  cat /proc/[0-9]*/stat 2>/dev/null | awk -v parent="$postgres" '
    { pid = $1; sub(/.*\) /, "") }
    $2 == parent { sum += $12 + $13 }
    pid == parent { sum += $12 + $13 + $14 + $15 }
    END { print sum * 10 }'
}

# load SECONDS CLIENTS BASE SCRIPT ARGUMENT...: sets requests, took, refused, broken, p50, p99 and, for the processes
# named by $watch, server and sql: their processor milliseconds.
load() {
  local time=$1 clients=$2 base_=$3 script=$4
  shift 4
  local before=$(cpu "$watch") before_sql=$(sql_cpu)
  local line
  line=$(wrk -t1 -c"$clients" -d"${time}s" --timeout 10s -s "$here/$script" "$base_" -- "$@" | sed -n 's/^FIGURES //p')
  server=$(($(cpu "$watch") - before))
  sqlms=$(($(sql_cpu) - before_sql))
  eval "$line"
  if [ "$refused" != 0 ] || [ "$broken" != 0 ]; then
    say "  $refused requests of $requests refused, $broken broken ($script $*)"
    bad=$((bad + refused + broken))
  fi
}

calc() { awk "BEGIN { printf \"%.6g\", $* }"; }

median() { sort -g | awk '{ a[NR] = $1 } END { if (NR) print NR % 2 ? a[(NR + 1) / 2] : (a[NR / 2] + a[NR / 2 + 1]) / 2 }'; }

# note NAME VALUE: one round's figure; middle NAME: the median of the rounds so far.
note() { echo "$2" >>"$work/notes/$1"; }
middle() { median <"$work/notes/$1"; }

# row NAME VALUE UNIT ANCHOR RATIO FLOOR GOAL WAY: WAY is "up" or "down", the direction of better, of the ratio if there
# is one, else of the value; "-" where nothing is promised.
row() { (IFS=$'\t'; echo "$*") >>"$work/rows.tsv"; say "  $1: $2 $3${4:+ · anchor $4}${5:+ · ratio $5}"; }
