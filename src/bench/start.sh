#!/bin/sh
# How long it takes from nothing to the first answer, plainly and with what docker/train.sh leaves, by turns:
#   src/bench/start.sh [rounds]
# It needs a JDK 25 as java, builds what it runs and prints the table of README.md.
set -eu
cd "$(dirname "$0")/../.."
./mvnw -q package dependency:build-classpath -DskipTests -Dmdep.outputFile=target/bench-classpath
for runnable in target/quarkus-app target/quarkus-app-postgresql; do
  JAVA_OPTS=-Xmx512m docker/train.sh "$PWD/$runnable"
done
exec java -cp "target/test-classes:target/classes:$(cat target/bench-classpath)" dev.galley.bench.Starts "$@"
