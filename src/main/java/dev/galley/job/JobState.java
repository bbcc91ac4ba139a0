package dev.galley.job;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a job stands. */
public enum JobState {
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("done")
    DONE,
    @JsonProperty("failed")
    FAILED
}
