package dev.galley.document;

import org.jspecify.annotations.Nullable;

/** Where the article stands in a series, counted from 1. */
public record SeriesPlace(
        @Required String slug,
        @Nullable String title,
        @Nullable Integer position) {}
