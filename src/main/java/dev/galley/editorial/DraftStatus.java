package dev.galley.editorial;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where an article stands between its editors and its readers. */
public enum DraftStatus {
    /** Never public so far. */
    @JsonProperty("draft")
    DRAFT,
    /** Not public, and to be published at a time. */
    @JsonProperty("scheduled")
    SCHEDULED,
    /** Public, in the version that was published last. */
    @JsonProperty("published")
    PUBLISHED,
    /** Was public once. */
    @JsonProperty("unpublished")
    UNPUBLISHED,
    /** Thrown away, until it is restored or purged. */
    @JsonProperty("trashed")
    TRASHED;

    public static Optional<DraftStatus> byName(String name) {
        return Stream.of(values())
                .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
