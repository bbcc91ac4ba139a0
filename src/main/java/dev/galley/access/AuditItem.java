package dev.galley.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An act in the list: when, who, what, to which thing, and for articles from which version to which. */
public record AuditItem(
        UUID id,
        Instant at,
        String actor,
        AuditAction action,
        AuditedThing subject,
        @Nullable Long fromVersion,
        @Nullable Long toVersion,
        @Nullable String requestId) {
    /** {@code type} is article, key, topic, author or webhook; {@code name} is the slug or name that it had then. */
    public record AuditedThing(String type, UUID id, String name) {}

    /** Ends before the where clause; the entry is {@code e}. */
    static final String SELECT = """
            select new dev.galley.access.AuditItem(e.id, e.at, e.actor, e.action,
              new dev.galley.access.AuditItem$AuditedThing(e.subjectType, e.subjectId, e.subjectName),
              e.fromVersion, e.toVersion, e.requestId)
            from AuditEntry e""";
}
