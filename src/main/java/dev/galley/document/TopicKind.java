package dev.galley.document;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What sort of thing a topic is. */
public enum TopicKind {
    @JsonProperty("concept")
    CONCEPT,
    @JsonProperty("person")
    PERSON,
    @JsonProperty("organization")
    ORGANIZATION,
    @JsonProperty("product")
    PRODUCT,
    @JsonProperty("place")
    PLACE,
    @JsonProperty("event")
    EVENT
}
