#!/bin/sh
# What lists, an article and search cost on a site of a thousand, ten thousand and 200,000 generated articles:
#   src/bench/lists.sh [h2|postgresql] [number of articles]...
# It builds what it runs and prints the table of README.md. It needs up to 5 GB below target/bench, which it deletes
# again, and some minutes for 200,000 articles.
set -eu
cd "$(dirname "$0")/../.."
./mvnw -q package dependency:build-classpath -DskipTests -Dmdep.outputFile=target/bench-classpath
exec java -cp "target/test-classes:target/classes:$(cat target/bench-classpath)" dev.galley.bench.Lists "$@"
