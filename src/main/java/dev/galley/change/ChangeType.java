package dev.galley.change;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What happened to public content. */
public enum ChangeType {
    @JsonProperty("article.published")
    ARTICLE_PUBLISHED,
    @JsonProperty("article.updated")
    ARTICLE_UPDATED,
    @JsonProperty("article.unpublished")
    ARTICLE_UNPUBLISHED,
    @JsonProperty("topic.updated")
    TOPIC_UPDATED,
    @JsonProperty("author.updated")
    AUTHOR_UPDATED
}
