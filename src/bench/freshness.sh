#!/bin/sh
# Whether anything old is served while articles are published and a thousand reads a second go on:
#   src/bench/freshness.sh [h2|postgresql] [seconds]
# It builds what it runs, prints one line, and fails where an answer was older than what had been acknowledged.
set -eu
cd "$(dirname "$0")/../.."
./mvnw -q package dependency:build-classpath -DskipTests -Dmdep.outputFile=target/bench-classpath
exec java -cp "target/test-classes:target/classes:$(cat target/bench-classpath)" dev.galley.bench.Freshness "$@"
