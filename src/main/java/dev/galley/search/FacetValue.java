package dev.galley.search;

/** A value and how many hits have it. */
public record FacetValue(String value, long count) {}
