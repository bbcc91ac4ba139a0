package dev.galley.ingest;

import org.jspecify.annotations.Nullable;

/** What an importer guessed, changed or could not keep as it was; {@code line} counts from 1. */
public record ImportWarning(
        String code, String detail, @Nullable Integer line) {
    /** Nesting was inferred, since the source has no heading levels. */
    public static final String LEVELS_GUESSED = "levels-guessed";
    /** Markup with no place in the model was left out; its words were kept. */
    public static final String HTML_DROPPED = "html-dropped";
    /** A link has no address that can be followed. */
    public static final String LINK_UNRESOLVED = "link-unresolved";
    /** Something became the nearest block there is. */
    public static final String BLOCK_CONVERTED = "block-converted";
    /** Characters were replaced, since they have no place in text. */
    public static final String CHARSET_REPLACED = "charset-replaced";
    /** No title was found, so one was made. */
    public static final String TITLE_GUESSED = "title-guessed";
    /** A front matter member that Galley doesn't know, or whose value it can't use. */
    public static final String FRONT_MATTER_IGNORED = "front-matter-ignored";
    /** Asked to be published, it stayed a draft for a reason of its own. */
    public static final String NOT_PUBLISHED = "not-published";
}
