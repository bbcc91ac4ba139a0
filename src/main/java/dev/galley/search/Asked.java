package dev.galley.search;

import java.util.ArrayList;
import java.util.List;

/**
 * What somebody typed, read as they mean it: words, {@code "phrases"}, {@code -without}, {@code prefix*}. Nothing in it is
 * an error; what has no meaning is left out.
 */
record Asked(String text, List<Part> wanted, List<Part> unwanted) {
    /** What one query may cost: nobody types more than that and means it. */
    private static final int MOST_PARTS = 32;

    enum Form {
        WORD,
        PHRASE,
        PREFIX
    }

    /** One of them, and where in the text its letters stand. */
    record Part(Form form, String letters, int start, int end) {}

    static Asked of(String text) {
        return new Reader(text).read();
    }

    private static final class Reader {
        private final String text;
        private final List<Part> wanted = new ArrayList<>();
        private final List<Part> unwanted = new ArrayList<>();
        private int at;

        private Reader(String text) {
            this.text = text;
        }

        private Asked read() {
            while (at < text.length()) {
                boolean without = text.charAt(at) == '-' && (at == 0 || isSpace(text.charAt(at - 1)));
                if (without) {
                    at++;
                }
                if (at < text.length()) {
                    part(without ? unwanted : wanted);
                }
            }
            return new Asked(text, List.copyOf(wanted), List.copyOf(unwanted));
        }

        private void part(List<Part> parts) {
            char first = text.charAt(at);
            if (isQuote(first)) {
                phrase(parts);
            } else if (isSpace(first)) {
                at++;
            } else {
                word(parts);
            }
        }

        /** One without an end reaches to the end of the text. */
        private void phrase(List<Part> parts) {
            int start = ++at;
            while (at < text.length() && !isQuote(text.charAt(at))) {
                at++;
            }
            add(parts, Form.PHRASE, start, at);
            at = Math.min(at + 1, text.length());
        }

        private void word(List<Part> parts) {
            int start = at;
            while (at < text.length() && !isSpace(text.charAt(at)) && !isQuote(text.charAt(at))) {
                at++;
            }
            boolean prefix = at - start > 1 && text.charAt(at - 1) == '*';
            add(parts, prefix ? Form.PREFIX : Form.WORD, start, prefix ? at - 1 : at);
        }

        private void add(List<Part> parts, Form form, int start, int end) {
            String letters = text.substring(start, end);
            if (wanted.size() + unwanted.size() < MOST_PARTS
                    && letters.codePoints().anyMatch(c -> !Character.isWhitespace(c))) {
                parts.add(new Part(form, letters, start, end));
            }
        }

        private static boolean isSpace(char c) {
            return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
        }

        /** As keyboards, telephones and languages have them. */
        private static boolean isQuote(char c) {
            return c == '"' || c == '“' || c == '”' || c == '„' || c == '«' || c == '»' || c == '「' || c == '」';
        }
    }
}
