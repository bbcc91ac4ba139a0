#!/bin/sh
# What delivery costs beside a bare Vert.x server with the same bytes, and beside nginx where it is installed:
#   src/bench/delivery.sh [rounds] [seconds of each]
# It needs wrk, builds what it runs and prints the table of README.md.
set -eu
cd "$(dirname "$0")/../.."
command -v wrk >/dev/null || { echo "Install wrk first." >&2; exit 1; }
./mvnw -q package dependency:build-classpath -DskipTests -Dmdep.outputFile=target/bench-classpath
exec java -cp "target/test-classes:target/classes:$(cat target/bench-classpath)" dev.galley.bench.Delivery "$@"
