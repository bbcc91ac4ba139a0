package dev.galley.search;

import java.io.IOException;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/** One state of the index, which doesn't change while it is looked at. */
record Snapshot(Generation generation, IndexSearcher searcher) {
    /** An older one, as it was named then; null where it has gone. Whoever takes it gives it back. */
    @Nullable
    Snapshot kept(long name) {
        IndexSearcher kept = generation.kept(name);
        return kept == null ? null : new Snapshot(generation, kept);
    }

    void release() throws IOException {
        generation.release(searcher);
    }
}
