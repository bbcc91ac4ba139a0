package dev.galley.search;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Parts words where a reader would, and Unicode's rules don't: {@code node.js}, {@code snake_case}, {@code l'eau}. Each
 * character stays at its place, so that a highlight fits the text as it is.
 */
final class Separators extends FilterReader {
    private static final int NONE = -2;

    private int before = ' ';
    private int ahead = NONE;

    Separators(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int c = ahead == NONE ? in.read() : ahead;
        ahead = NONE;
        if (c == '.' || c == ':') {
            ahead = in.read();
            before = Character.isLetter(before) && Character.isLetter(ahead) ? ' ' : c;
        } else {
            before = c == '_' || c == '\'' || c == '’' || c == 'ʼ' || c == '\uFF07' ? ' ' : c;
        }
        return before;
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
        int n = 0;
        while (n < length) {
            int c = read();
            if (c < 0) {
                return n == 0 && length > 0 ? -1 : n;
            }
            buffer[from + n++] = (char) c;
        }
        return n;
    }
}
