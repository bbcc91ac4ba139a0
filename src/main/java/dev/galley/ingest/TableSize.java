package dev.galley.ingest;

import dev.galley.document.Limits;
import java.util.regex.Pattern;

/**
 * Looks for tables that the parser of Markdown must not see: it fills each row up to the width of the head, so that a
 * few kilobytes can ask for any amount of memory.
 */
final class TableSize {
    private static final int MOST_COLUMNS = 100;
    private static final long MOST_CELLS = 10L * Limits.BLOCKS;

    /** Under a head, in quotes and lists too. */
    private static final Pattern DELIMITERS = Pattern.compile("[\\s>*+\\d.)-]*+[|:\\s-]*+");

    private TableSize() {}

    /** The line, counted from 1, of a table that is too large; 0 where there is none. */
    static int tooLarge(String text) {
        int line = 0;
        int delimiters = 0;
        long columns = 0;
        for (String row : (Iterable<String>) text.lines()::iterator) {
            line++;
            if (row.isBlank()) {
                columns = 0;
            } else if (row.indexOf('-') >= 0 && DELIMITERS.matcher(row).matches()) {
                long here = columns(row);
                delimiters = here > columns ? line : delimiters;
                columns = Math.max(columns, here);
            }
            if (columns > MOST_COLUMNS || columns > 1 && columns * (line - delimiters + 2) > MOST_CELLS) {
                return line;
            }
        }
        return 0;
    }

    /** Only pipes part columns; a rule of dashes has one. */
    private static long columns(String row) {
        return row.chars().filter(c -> c == '|').count() + 1;
    }
}
