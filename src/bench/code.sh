#!/bin/sh
# What the pure code costs that every import and every answer goes through, by JMH, each beside what its library does:
#   src/bench/code.sh [options of JMH]
set -eu
cd "$(dirname "$0")/../.."
./mvnw -q package dependency:build-classpath -DskipTests -Dmdep.outputFile=target/bench-classpath
exec java -cp "target/test-classes:target/classes:$(cat target/bench-classpath)" org.openjdk.jmh.Main HotCode "$@"
