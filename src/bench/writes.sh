#!/bin/sh
# How many drafts, edits of a part and publications a second 1, 8 and 32 writers get through, beside plain inserts of the
# same bytes by JDBC:
#   src/bench/writes.sh [seconds of each]
# It builds what it runs and prints the table of README.md.
set -eu
cd "$(dirname "$0")/../.."
./mvnw -q package dependency:build-classpath -DskipTests -Dmdep.outputFile=target/bench-classpath
exec java -cp "target/test-classes:target/classes:$(cat target/bench-classpath)" dev.galley.bench.Writes "$@"
