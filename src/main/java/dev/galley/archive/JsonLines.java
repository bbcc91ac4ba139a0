package dev.galley.archive;

import dev.galley.editorial.SourceFile;
import dev.galley.ingest.Imported;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A document on each line (NDJSON); empty lines say nothing. */
record JsonLines(Path file) implements Archive {
    private record Line(int number, byte[] json) implements Item {
        @Override
        public String name() {
            return "line " + number;
        }

        @Override
        public Imported read() {
            return SourceFile.json(json);
        }
    }

    @Override
    public int count() throws IOException {
        int[] lines = {0};
        forEach(line -> lines[0]++);
        return lines[0];
    }

    @Override
    public void forEach(Consumer<Item> items) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int number = 1;
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == '\n') {
                    end(line, number++, items);
                } else {
                    line.write(next);
                }
            }
            end(line, number, items);
        }
    }

    private static void end(ByteArrayOutputStream line, int number, Consumer<Item> items) {
        byte[] json = line.toByteArray();
        line.reset();
        if (!new String(json, StandardCharsets.ISO_8859_1).isBlank()) {
            items.accept(new Line(number, json));
        }
    }
}
