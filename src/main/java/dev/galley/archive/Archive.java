package dev.galley.archive;

import dev.galley.ingest.Imported;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** A file that holds many articles. */
interface Archive {
    /** How many there are, read through once; 0 where that would take as long as to import them. */
    int count() throws IOException;

    /** One after the other, the same in the same order each time. */
    void forEach(Consumer<Item> items) throws IOException;

    /** One of them. */
    interface Item {
        /** Its place in the archive, from 1. */
        int number();

        /** What a report calls it. */
        String name();

        /** A problem where it can't be read; the others can be all the same. */
        Imported read();

        /** Under which it was public before. */
        default List<String> formerSlugs() {
            return List.of();
        }
    }
}
