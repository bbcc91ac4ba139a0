package dev.galley.archive;

import dev.galley.ingest.GhostExport;
import dev.galley.ingest.WordPressExport;
import java.nio.file.Path;
import java.util.function.Function;

/** The kinds of archives there are. */
enum ArchiveFormat {
    ZIP(ZipArchive::new),
    NDJSON(JsonLines::new),
    WORDPRESS(file -> new OtherSystem(file, WordPressExport::read)),
    GHOST(file -> new OtherSystem(file, GhostExport::read));

    private final Function<Path, Archive> opening;

    ArchiveFormat(Function<Path, Archive> opening) {
        this.opening = opening;
    }

    Archive open(Path file) {
        return opening.apply(file);
    }
}
