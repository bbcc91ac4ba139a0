package dev.galley.change;

import java.util.List;
import java.util.OptionalLong;

/**
 * Keeps something in step with the change log. Where it stands is its own to know, so that being late, being restarted
 * and being a second node are the same case.
 */
public interface ChangeFollower {
    /** The last entry that it has handled; empty while it can't follow. */
    OptionalLong position();

    /** The entries behind that, in order and without a gap. Where this fails, the same come again. */
    void handle(List<Change> changes);

    /** Nothing is left to handle for now. */
    default void caughtUp() {}
}
