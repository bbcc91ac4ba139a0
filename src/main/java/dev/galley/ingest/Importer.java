package dev.galley.ingest;

/** The ways into Galley for a single text, by format. No text is too odd: what has no place gives a warning. */
public final class Importer {
    private Importer() {}

    public static Imported markdown(String text) {
        return MarkdownReader.read(text);
    }
}
