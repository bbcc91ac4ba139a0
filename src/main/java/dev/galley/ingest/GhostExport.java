package dev.galley.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Reads the posts and pages of a Ghost export (JSON), one at a time. */
public final class GhostExport {
    private final ArchiveSlugs slugs = new ArchiveSlugs();
    private final GhostTables tables = new GhostTables();

    private GhostExport() {}

    /** Whether some JSON is such an export and no article: a look at its first members. */
    public static boolean isOne(byte[] json) {
        return GhostFile.isOne(json);
    }

    /**
     * Hands on each article in the order of the file; one that can't be read goes to {@code failed} by its name instead.
     * A file that breaks off is a problem before anything is handed on.
     */
    public static void read(Path file, Consumer<ArchiveItem> items, BiConsumer<String, RuntimeException> failed) {
        GhostExport export = new GhostExport();
        GhostFile.read(file, GhostTables.NAMES, export.tables::add);
        GhostFile.read(file, Set.of(GhostFile.POSTS), (table, post) -> export.hand(post, items, failed));
    }

    private void hand(JsonNode post, Consumer<ArchiveItem> items, BiConsumer<String, RuntimeException> failed) {
        String name = "post " + post.path("id").asText("");
        ArchiveItem read;
        try {
            read = new GhostArticle(name, post, tables).read(slugs);
        } catch (RuntimeException e) {
            failed.accept(name, e);
            return;
        }
        items.accept(read);
    }
}
