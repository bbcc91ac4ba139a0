package dev.galley.ingest;

import java.util.List;

/**
 * One article that an archive holds. {@code name} is what a report calls it, {@code formerSlugs} are those under which
 * it was public before.
 */
public record ArchiveItem(String name, Imported imported, List<String> formerSlugs) {
    public ArchiveItem {
        formerSlugs = List.copyOf(formerSlugs);
    }
}
