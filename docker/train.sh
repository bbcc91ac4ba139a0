#!/bin/bash
# Starts a runnable once and leaves beside it what the JVM has loaded and linked until it answered (JEP 514): later starts
# begin there. It takes a JDK or JRE 25.
#   train.sh <directory of the runnable>
# The runnable of PostgreSQL, which has none here, comes as far as its first connection.
set -euo pipefail
runnable=$1
port=${TRAINING_PORT:-8089}
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT

get() {
  exec 3<>"/dev/tcp/127.0.0.1/$port"
  printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' "$1" >&3
  cat <&3
} 2>/dev/null

# shellcheck disable=SC2086 # JAVA_OPTS is a list of options
java ${JAVA_OPTS:-} -XX:AOTCacheOutput="$runnable/galley.aot" -Dgalley.data-dir="$data" -Dquarkus.http.port="$port" \
  -Dquarkus.shutdown.delay=0S -jar "$runnable/quarkus-run.jar" >"$data/log" 2>&1 &
galley=$!
while kill -0 "$galley" 2>/dev/null; do
  if get /q/health/ready | grep -q '^HTTP/1.1 200'; then
    slug=$(get '/v1/articles?limit=1' | grep -o '"slug":"[^"]*"' | head -n 1 | cut -d '"' -f 4)
    for path in "/v1/articles/$slug" /v1/sections /v1/faqs /v1/topics '/v1/search?q=article'; do
      get "$path" >/dev/null
    done
    kill "$galley"
    break
  fi
  sleep 0.2
done
wait "$galley" || true
[ -s "$runnable/galley.aot" ] || { cat "$data/log" >&2; exit 1; }
