package dev.galley.search;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is going on besides serving.
 *
 * @param job the one that tells of it where an index is made
 */
record Progress(String state, @Nullable UUID job, int done, int total) {
    static final Progress OPENING = new Progress("opening", null, 0, 0);
    static final Progress READY = new Progress("ready", null, 0, 0);
    static final Progress FAILED = new Progress("failed", null, 0, 0);

    static Progress building(@Nullable UUID job, int done, int total) {
        return new Progress("building", job, done, total);
    }

    boolean isBuilding() {
        return state.equals("building");
    }
}
