#!/bin/sh
# Starts the runnable that GALLEY_DATABASE_URL asks for: Quarkus fixes the kind of database when it builds.
set -eu

case "${GALLEY_DATABASE_URL:-}" in
  jdbc:postgresql:*) runnable=quarkus-app-postgresql ;;
  *) runnable=quarkus-app ;;
esac

# exec: java is to get the SIGTERM that stops the container.
# shellcheck disable=SC2086 # JAVA_OPTS is a list of options
exec java ${JAVA_OPTS:-} -jar "$(dirname "$0")/$runnable/quarkus-run.jar" "$@"
