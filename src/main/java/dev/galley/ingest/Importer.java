package dev.galley.ingest;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The ways into Galley for a single text, by format. No text is too odd: what has no place gives a warning. */
public final class Importer {
    private Importer() {}

    public static Imported markdown(String text) {
        return MarkdownReader.read(text);
    }

    /** The article in a page; {@code base} is the address that its relative links start from, where it is known. */
    public static Imported html(String text, @Nullable URI base) {
        return HtmlReader.read(text, base);
    }

    /** Text as it is copied from a page, with no markup left. */
    public static Imported plainText(String text) {
        return PlainTextReader.read(text);
    }
}
