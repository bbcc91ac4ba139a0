package dev.galley.editorial;

import dev.galley.document.diff.DocumentDiff;
import dev.galley.platform.InputError;
import dev.galley.platform.Problem;
import dev.galley.platform.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The versions that a caller's If-Match allows a write to start from (RFC 9110 §13.1.1). */
final class Preconditions {
    /** The version, and the coding of a variant that was answered compressed. */
    private static final Pattern ETAG = Pattern.compile("\"([0-9]{1,18})(-[a-z]+)?\"");

    private final List<Long> versions;
    private final boolean any;

    private Preconditions(List<Long> versions, boolean any) {
        this.versions = versions;
        this.any = any;
    }

    static String etag(Draft draft) {
        return "\"" + draft.version + "\"";
    }

    /** For writes to a whole document, which must say what they were made from. */
    static Preconditions required(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.of(
                    ProblemType.PRECONDITION_REQUIRED,
                    "Send the ETag of the version that this write was made from as If-Match.");
        }
        return optional(ifMatch);
    }

    /** For writes to one part, which apply to whatever version is the newest unless they say otherwise. */
    static Preconditions optional(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return new Preconditions(List.of(), true);
        }
        List<Long> versions = new ArrayList<>();
        for (String tag : ifMatch.split(",")) {
            Matcher etag = ETAG.matcher(tag.strip());
            if (etag.matches()) {
                versions.add(Long.valueOf(etag.group(1)));
            } else if (!tag.strip().matches("(W/)?\"[^\"]*\"")) {
                throw Problem.member(
                        "", InputError.MALFORMED, "If-Match must be an ETag as Galley gave it, quotes included.");
            }
        }
        return new Preconditions(List.copyOf(versions), false);
    }

    /** Throws the 412 that says what happened since. */
    void check(Draft draft) {
        if (any || versions.contains(draft.version)) {
            return;
        }
        throw Problem.of(
                        ProblemType.PRECONDITION_FAILED,
                        "The newest version is " + draft.version + ", saved by " + draft.updatedBy + ".")
                .with("currentVersion", draft.version)
                .with("savedBy", draft.updatedBy)
                .with("savedAt", draft.updatedAt)
                .with("changed", changedSince(draft))
                .header("ETag", etag(draft));
    }

    private List<String> changedSince(Draft draft) {
        return versions.stream()
                .findFirst()
                .flatMap(version -> Revision.of(draft, version))
                .map(base -> DocumentDiff.between(base.document, draft.document).pointers())
                .orElse(List.of());
    }
}
