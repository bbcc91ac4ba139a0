package dev.galley.search;

import dev.galley.change.Change;
import java.util.Map;
import java.util.Objects;

/**
 * What a commit of the index says of itself.
 *
 * @param seq the last change that it has handled
 * @param mark what that change was: another database may have one of the same number
 * @param complete false while it is being built
 */
record Stamp(String format, String analysis, long seq, String mark, boolean complete) {
    /** Where the log stands now; in the caller's transaction. */
    static Stamp beginning() {
        long seq = Change.lastSeq();
        return new Stamp(IndexField.FORMAT, Analysis.VERSION, seq, markAt(seq), false);
    }

    static Stamp of(Map<String, String> userData) {
        String seq = userData.getOrDefault("seq", "");
        return new Stamp(
                userData.getOrDefault("format", ""),
                userData.getOrDefault("analysis", ""),
                seq.isEmpty() ? -1 : Long.parseLong(seq),
                userData.getOrDefault("mark", ""),
                Boolean.parseBoolean(userData.get("complete")));
    }

    Map<String, String> asUserData() {
        return Map.of(
                "format",
                format,
                "analysis",
                analysis,
                "seq",
                Long.toString(seq),
                "mark",
                mark,
                "complete",
                Boolean.toString(complete));
    }

    Stamp at(Change change) {
        return new Stamp(format, analysis, change.seq, markOf(change), complete);
    }

    Stamp completed() {
        return new Stamp(format, analysis, seq, mark, true);
    }

    /** Whether this version of Galley can search it at all. */
    boolean isReadable() {
        return complete && format.equals(IndexField.FORMAT);
    }

    boolean isCurrent() {
        return isReadable() && analysis.equals(Analysis.VERSION);
    }

    /** Whether this database's log goes on from here; in the caller's transaction. */
    boolean belongsToDatabase() {
        return seq >= 0 && seq <= Change.lastSeq() && mark.equals(markAt(seq));
    }

    private static String markAt(long seq) {
        Change change = Change.findById(seq);
        return change == null ? "" : markOf(change);
    }

    private static String markOf(Change change) {
        return change.at + " " + change.type + " " + Objects.requireNonNullElse(change.articleId, change.slug);
    }
}
