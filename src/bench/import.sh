#!/bin/sh
# How fast one archive of Markdown files is imported and published, and what Galley's heap holds meanwhile:
#   src/bench/import.sh [number of files]
# It builds what it runs and prints the lines of README.md.
set -eu
cd "$(dirname "$0")/../.."
./mvnw -q package dependency:build-classpath -DskipTests -Dmdep.outputFile=target/bench-classpath
exec java -cp "target/test-classes:target/classes:$(cat target/bench-classpath)" dev.galley.bench.Imports "$@"
