package dev.galley.ingest;

import java.util.ArrayList;
import java.util.List;

/** A line of plain text: its number from 1, the columns it is indented, and its text without space at the ends. */
record PlainLine(int number, int indent, String text) {
    private static final int TAB = 4;

    static List<PlainLine> of(String source) {
        List<PlainLine> lines = new ArrayList<>();
        for (String line : source.split("\\R", -1)) {
            lines.add(of(lines.size() + 1, line));
        }
        return lines;
    }

    private static PlainLine of(int number, String line) {
        int indent = 0;
        int start = 0;
        while (start < line.length() && isSpace(line.charAt(start))) {
            indent += line.charAt(start) == '\t' ? TAB - indent % TAB : 1;
            start++;
        }
        int end = line.length();
        while (end > start && isSpace(line.charAt(end - 1))) {
            end--;
        }
        return new PlainLine(number, indent, line.substring(start, end));
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
    }

    boolean isBlank() {
        return text.isEmpty();
    }

    /** As it stands in code, without the columns that all of the code is indented. */
    String asCode(int margin) {
        return isBlank() ? "" : " ".repeat(Math.max(0, indent - margin)) + text;
    }
}
