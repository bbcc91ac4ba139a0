package dev.galley.archive;

import java.nio.file.Path;
import java.util.function.Function;

/** The kinds of archives there are. */
enum ArchiveFormat {
    ZIP(ZipArchive::new),
    NDJSON(JsonLines::new);

    private final Function<Path, Archive> opening;

    ArchiveFormat(Function<Path, Archive> opening) {
        this.opening = opening;
    }

    Archive open(Path file) {
        return opening.apply(file);
    }
}
