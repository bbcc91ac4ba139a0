package dev.galley.archive;

import dev.galley.editorial.SourceFile;
import dev.galley.ingest.Imported;
import dev.galley.platform.InputError;
import dev.galley.platform.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A tree of files, each an article by its suffix. Names are only looked at and never lead to a file, and nothing is
 * unpacked further than an import may be large.
 */
record ZipArchive(Path file) implements Archive {
    /** Of one file as it is unpacked, whatever it says of itself. */
    static final int LARGEST = 10 << 20;

    private record Member(ZipFile zip, ZipEntry entry, int number) implements Item {
        @Override
        public String name() {
            return entry.getName();
        }

        @Override
        public Imported read() {
            try (InputStream in = zip.getInputStream(entry)) {
                byte[] content = in.readNBytes(LARGEST + 1);
                if (content.length > LARGEST) {
                    throw Problem.member(
                            "",
                            InputError.INVALID,
                            "The file is larger than " + LARGEST + " bytes when it is unpacked.");
                }
                return SourceFile.read(entry.getName(), content);
            } catch (IOException e) {
                throw Problem.member("", InputError.MALFORMED, "The file can't be unpacked: " + e.getMessage());
            }
        }
    }

    @Override
    public int count() throws IOException {
        int[] articles = {0};
        forEach(member -> articles[0]++);
        return articles[0];
    }

    @Override
    public void forEach(Consumer<Item> items) throws IOException {
        try (ZipFile zip = open()) {
            int number = 0;
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (!entry.isDirectory() && SourceFile.isOne(entry.getName())) {
                    items.accept(new Member(zip, entry, ++number));
                }
            }
        }
    }

    /** Old tools write names in the code page of their machine, which is good enough to tell them apart. */
    private ZipFile open() throws IOException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            return new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);
        }
    }
}
