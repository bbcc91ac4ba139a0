package dev.galley.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an act was done to: its type, its id, and what it was called then. Versions are those of articles. */
public record AuditSubject(
        String type,
        UUID id,
        String name,
        @Nullable Long fromVersion,
        @Nullable Long toVersion) {
    public static final String ARTICLE = "article";

    /** {@code to} is null where the act leaves no version. */
    public static AuditSubject article(UUID id, String slug, @Nullable Long from, @Nullable Long to) {
        return new AuditSubject(ARTICLE, id, slug, from, to);
    }

    public static AuditSubject topic(UUID id, String slug) {
        return new AuditSubject("topic", id, slug, null, null);
    }

    public static AuditSubject author(UUID id, String slug) {
        return new AuditSubject("author", id, slug, null, null);
    }

    public static AuditSubject key(UUID id, String name) {
        return new AuditSubject("key", id, name, null, null);
    }

    public static AuditSubject webhook(UUID id, String name) {
        return new AuditSubject("webhook", id, name, null, null);
    }
}
