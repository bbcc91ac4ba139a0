package dev.galley.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;

/** What the drills measured: a row for each, on the console and in {@code target/drills.md}. */
final class Figures {
    private static final String HEAD = "| drill | load | result |\n| --- | --- | --- |\n";

    private Figures() {}

    static void add(String drill, String load, String result) {
        Path file = Path.of(System.getProperty("galley.build-directory", "target"), "drills.md");
        String row = "| " + drill + " | " + load + " | " + result + " |\n";
        System.out.print(row);
        try {
            Files.writeString(
                    file, Files.exists(file) ? row : HEAD + row, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }

    /** How long calls took. */
    record Times(long[] sortedNanos) {
        static Times of(long[] nanos) {
            long[] sorted = nanos.clone();
            Arrays.sort(sorted);
            return new Times(sorted);
        }

        double millis(double share) {
            return sortedNanos[(int) Math.ceil(sortedNanos.length * share) - 1] / 1e6;
        }

        @Override
        public String toString() {
            return format("%.1f ms (median), %.1f ms (99th percentile)", millis(0.5), millis(0.99));
        }
    }
}
