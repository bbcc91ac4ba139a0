package dev.galley.ingest;

import java.util.List;
import java.util.regex.Pattern;

/** A source as text that a document can hold. */
final class CleanText {
    /** Control characters that no text needs, and halves of characters that lost their other half. */
    private static final Pattern NO_TEXT =
            Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F]|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])"
                    + "|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]");

    private CleanText() {}

    static String clean(String text, List<ImportWarning> warnings) {
        String read = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (read.chars().noneMatch(CleanText::mayBeNoText)) {
            return read;
        }
        String clean = NO_TEXT.matcher(read).replaceAll("\uFFFD");
        if (!clean.equals(read)) {
            warnings.add(new ImportWarning(
                    ImportWarning.CHARSET_REPLACED, "Characters that are no text became U+FFFD", null));
        }
        return clean;
    }

    private static boolean mayBeNoText(int character) {
        boolean space = character == '\t' || character == '\n' || character == '\r';
        return (character < ' ' && !space) || character == 0x7F || Character.isSurrogate((char) character);
    }
}
