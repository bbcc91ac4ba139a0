#!/bin/sh
# Starts the runnable that GALLEY_DATABASE_URL asks for: Quarkus fixes the kind of database when it builds.
set -eu

case "${GALLEY_DATABASE_URL:-}" in
  jdbc:postgresql:*) runnable=quarkus-app-postgresql ;;
  *) runnable=quarkus-app ;;
esac

# What docker/train.sh has left there; a JVM that can't use it starts without.
runnable="$(dirname "$0")/$runnable"
trained="$runnable/galley.aot"
[ ! -f "$trained" ] || JAVA_OPTS="-XX:AOTCache=$trained ${JAVA_OPTS:-}"

# exec: java is to get the SIGTERM that stops the container.
# shellcheck disable=SC2086 # JAVA_OPTS is a list of options
exec java ${JAVA_OPTS:-} -jar "$runnable/quarkus-run.jar" "$@"
