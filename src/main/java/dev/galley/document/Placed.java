package dev.galley.document;

/** Something in a document, and where it stands there as a JSON pointer (RFC 6901). */
public record Placed<T>(String pointer, T value) {}
