package dev.galley.editorial;

import dev.galley.platform.InputError;
import dev.galley.platform.Problem;
import org.jspecify.annotations.Nullable;

/** What an editor wants to be remembered of a save. */
final class RevisionNote {
    private static final int LONGEST = 1_000;
    private static final String TOO_LONG = "At most " + LONGEST + " characters.";

    private RevisionNote() {}

    /** From {@code ?note=}, for writes whose body is a document. */
    static @Nullable String parameter(@Nullable String note) {
        if (isTooLong(note)) {
            throw Problem.parameter("note", InputError.TOO_LONG, TOO_LONG);
        }
        return note;
    }

    static @Nullable String member(@Nullable String note) {
        if (isTooLong(note)) {
            throw Problem.member("/note", InputError.TOO_LONG, TOO_LONG);
        }
        return note;
    }

    private static boolean isTooLong(@Nullable String note) {
        return note != null && note.length() > LONGEST;
    }
}
