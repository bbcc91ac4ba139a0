package dev.galley.job;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of one of the things that a job is about. */
public enum JobOutcome {
    @JsonProperty("created")
    CREATED,
    @JsonProperty("updated")
    UPDATED,
    @JsonProperty("unchanged")
    UNCHANGED,
    @JsonProperty("failed")
    FAILED
}
