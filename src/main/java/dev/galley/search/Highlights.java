package dev.galley.search;

import dev.galley.text.SafeHtml;
import java.io.IOException;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;

/** Shows where in a text the words stand: HTML in which everything is text but the marks that are put here. */
record Highlights(WordQuery words) {
    private static final int MOST_PASSAGES = 2;
    private static final int LONGEST_PASSAGE = 200;
    private static final int USUAL_PASSAGE = 140;

    /** What stands before the first match of a passage that has to be cut. */
    private static final int LEAD_IN = 60;

    private static final int MOST_LETTERS = 200_000;
    private static final String GAP = "… ";

    /** The best passages; empty where none of the words is in the text. */
    Optional<String> marked(Language language, String text) throws IOException {
        String field = Weight.TEXT.field(language);
        UnifiedHighlighter highlighter = UnifiedHighlighter.builderWithoutSearcher(Analysis.OF_TEXTS)
                .withBreakIterator(Highlights::passages)
                .withFormatter(new Marks())
                .withMaxLength(MOST_LETTERS)
                .withMaxNoHighlightPassages(0)
                .build();
        Object marked = highlighter.highlightWithoutSearcher(field, words.marks(language, field), text, MOST_PASSAGES);
        return Optional.ofNullable(marked).map(html -> html.toString().strip()).filter(html -> !html.isEmpty());
    }

    /** How it begins. */
    static String beginning(String text) {
        int end = text.length() <= LONGEST_PASSAGE ? text.length() : atWord(text, LONGEST_PASSAGE);
        return SafeHtml.escape(text.substring(0, end).strip()) + (end < text.length() ? " …" : "");
    }

    private static BreakIterator passages() {
        return LengthGoalBreakIterator.createClosestToLength(
                BreakIterator.getSentenceInstance(Locale.ROOT), USUAL_PASSAGE, 0.5f);
    }

    /** The last place up to there where a word begins. */
    private static int atWord(String text, int index) {
        int space = text.lastIndexOf(' ', index);
        int at = space > index - LEAD_IN && space > 0 ? space + 1 : index;
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private static final class Marks extends PassageFormatter {
        @Override
        public Object format(Passage[] passages, String text) {
            StringBuilder html = new StringBuilder();
            int shownUpTo = 0;
            for (Passage passage : passages) {
                if (passage.getNumMatches() > 0) {
                    int[] shown = shown(passage, text);
                    html.append(shown[0] > shownUpTo ? GAP : "");
                    html.append(mark(passage, text, shown[0], shown[1])).append(' ');
                    shownUpTo = shown[1];
                }
            }
            return html + (html.length() > 0 && shownUpTo < text.length() ? "…" : "");
        }

        /** From where to where of a passage, which may be too long. */
        private static int[] shown(Passage passage, String text) {
            int start = Math.max(0, passage.getStartOffset());
            int end = Math.min(passage.getEndOffset(), text.length());
            if (end - start > LONGEST_PASSAGE) {
                int first = passage.getMatchStarts()[0];
                start = first - start > LEAD_IN ? Math.max(start, atWord(text, first - LEAD_IN)) : start;
                end = Math.min(end, Math.max(atWord(text, Math.min(start + LONGEST_PASSAGE, end)), firstEnd(passage)));
            }
            return new int[] {start, end};
        }

        private static int firstEnd(Passage passage) {
            return passage.getMatchEnds()[0];
        }

        /** Matches may overlap: what is marked already isn't marked again. */
        private static String mark(Passage passage, String text, int start, int end) {
            StringBuilder html = new StringBuilder();
            int done = start;
            for (int i = 0; i < passage.getNumMatches(); i++) {
                int from = Math.max(done, passage.getMatchStarts()[i]);
                int to = Math.min(end, passage.getMatchEnds()[i]);
                if (from < to) {
                    boolean goesOn =
                            from == done && html.length() > 0 && html.lastIndexOf("</mark>") == html.length() - 7;
                    if (goesOn) {
                        html.setLength(html.length() - 7);
                    } else {
                        html.append(escape(text, done, from)).append("<mark>");
                    }
                    html.append(escape(text, from, to)).append("</mark>");
                    done = to;
                }
            }
            return html.append(escape(text, done, end)).toString().strip();
        }

        private static String escape(String text, int start, int end) {
            return SafeHtml.escape(text.substring(start, end)).replace('\n', ' ');
        }
    }
}
