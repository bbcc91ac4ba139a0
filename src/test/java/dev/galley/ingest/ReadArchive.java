package dev.galley.ingest;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.galley.platform.Problem;
import dev.galley.platform.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What a reader of archives handed on: the articles, and what failed by its name. */
record ReadArchive(List<ArchiveItem> items, Map<String, RuntimeException> failed) {
    interface Reader {
        void read(Path file, Consumer<ArchiveItem> items, BiConsumer<String, RuntimeException> failed);
    }

    static ReadArchive of(Reader reader, Path file) {
        ReadArchive archive = new ReadArchive(new ArrayList<>(), new LinkedHashMap<>());
        reader.read(file, archive.items::add, archive.failed::put);
        return archive;
    }

    /** The file is refused as a whole, and nothing of it was handed on. */
    static String refusal(Reader reader, Path file) {
        ReadArchive archive = new ReadArchive(new ArrayList<>(), new LinkedHashMap<>());
        Problem problem = assertThrows(Problem.class, () -> reader.read(file, archive.items::add, archive.failed::put));
        if (problem.type() != ProblemType.VALIDATION || !archive.items.isEmpty() || !archive.failed.isEmpty()) {
            throw new AssertionError("Refused as " + problem.type() + " after " + archive);
        }
        return problem.detail();
    }

    static Path fixture(String name) {
        try {
            return Path.of(Objects.requireNonNull(ReadArchive.class.getResource("/exports/" + name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    static Path file(Path folder, byte[] content) {
        try {
            return Files.write(folder.resolve("export"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Imported imported(int index) {
        return items.get(index).imported();
    }

    List<String> names() {
        return items.stream().map(ArchiveItem::name).toList();
    }

    /** The codes of an item's warnings and what they say, one a line. */
    String warnings(int index) {
        StringBuilder all = new StringBuilder();
        imported(index).warnings().forEach(warning -> all.append(warning.code())
                .append(": ")
                .append(warning.detail())
                .append('\n'));
        return all.toString();
    }
}
