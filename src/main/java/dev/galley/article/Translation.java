package dev.galley.article;

/** The same article in another language. */
public record Translation(String locale, String slug) {}
