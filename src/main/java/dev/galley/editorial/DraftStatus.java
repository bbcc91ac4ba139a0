package dev.galley.editorial;

import com.fasterxml.jackson.annotation.JsonProperty;

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
    TRASHED
}
