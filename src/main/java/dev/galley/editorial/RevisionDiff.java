package dev.galley.editorial;

import dev.galley.document.diff.DocumentDiff;
import dev.galley.document.diff.MemberChange;
import java.util.List;

/** What changed from one version to a later one; {@code from} is 0 where there was nothing before. */
public record RevisionDiff(
        long from,
        long to,
        List<MemberChange> members,
        List<DocumentDiff.Added> added,
        List<DocumentDiff.Removed> removed,
        List<DocumentDiff.Moved> moved,
        List<DocumentDiff.Changed> changed) {
    static RevisionDiff of(long from, long to, DocumentDiff diff) {
        return new RevisionDiff(from, to, diff.members(), diff.added(), diff.removed(), diff.moved(), diff.changed());
    }
}
