package dev.galley.article;

/** The answer is in another locale than the one asked for. */
public record Fallback(String asked, String given) {}
