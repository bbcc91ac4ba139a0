package dev.galley.document;

/** How large a document may be. */
public final class Limits {
    public static final int TITLE = 300;
    public static final int SUMMARY = 2_000;
    public static final int URL = 2_000;
    public static final int NAME = 300;
    public static final int SHORT_TEXT = 300;
    public static final int TEXT = 200_000;
    public static final int BLOCKS = 2_000;
    public static final int SECTIONS = 500;
    public static final int TAKEAWAYS = 200;
    public static final int FAQS = 200;
    public static final int TOPICS = 100;
    public static final int AUTHORS = 100;
    public static final int SECTION_DEPTH = 6;
    public static final int BLOCK_DEPTH = 8;

    private Limits() {}
}
