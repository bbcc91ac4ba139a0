package dev.galley.ingest;

import dev.galley.document.Conventions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells headings from text, line by line. */
final class PlainHeadings {
    /** How a heading shows itself, from the clearest to the vaguest. */
    enum Sign {
        UNDERLINED_TWICE,
        UNDERLINED,
        NUMBERED,
        CAPITALS,
        SHAPE
    }

    /** A heading as found; {@code depth} is that of its number ("2.1" is 2), else 0; {@code end} the line after it. */
    record Found(String text, Sign sign, int depth, int end) {}

    private static final int LONGEST = 100;
    private static final int LONGEST_TITLE = 200;
    private static final int MOST_WORDS = 14;

    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,2}(?:\\.\\d{1,2}){0,4})[.)]?\\s+(\\p{Lu}.*)");
    private static final Pattern END_OF_TEXT = Pattern.compile(".*[.,;:…!。，；：！][\"”’')\\]]*$");
    private static final Pattern SENTENCES = Pattern.compile(".*\\p{Ll}[.!?] \\p{Lu}.*");
    private static final Pattern START = Pattern.compile("^[^\\p{L}\\p{N}]{0,4}[\\p{Lu}\\p{Lt}\\p{Lo}\\p{N}].*");
    private static final Pattern ADDRESS = Pattern.compile("(?i).*(?:https?://|www\\.|@\\w+\\.).*");
    private static final Pattern LABELLED = Pattern.compile("^\\p{L}[\\p{L} ]{0,20}[:.)] .*");
    private static final Pattern BYLINE = Pattern.compile(
            "(?i)^(?:by|written by|posted|published|updated|last updated|author)\\b.*|.*\\b\\d+ min(?:ute)?s?(?: read)?\\b.*"
                    + "|^(?:\\w+day,? )?(?:\\d{1,2}\\.? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.? "
                    + "\\d{1,4}(?:st|nd|rd|th)?,?(?: \\d{4})?.*|^[\\d./\\- :]+$");
    private static final Pattern QUESTION_LABEL = Pattern.compile("(?i)^[QA]\\d{0,2}\\s*[:.)].*");
    private static final Pattern TWICE = Pattern.compile("={3,}");
    private static final Pattern ONCE = Pattern.compile("-{3,}|~{3,}|_{3,}");

    private final List<PlainLine> lines;
    private final boolean spaced;
    private final boolean underlining;
    private final boolean numbering;

    /** {@code spaced}: blank lines stand between paragraphs. */
    PlainHeadings(List<PlainLine> lines, boolean spaced) {
        this.lines = lines;
        this.spaced = spaced;
        int underlined = 0;
        int numbered = 0;
        for (int i = 0; i < lines.size(); i++) {
            underlined += underlined(i) == null ? 0 : 1;
            numbered += isShort(i) && numbered(i) != null ? 1 : 0;
        }
        this.underlining = underlined > 1;
        this.numbering = numbered > 1;
    }

    /** Whether the first line of all reads like a title. */
    boolean isTitle(int i) {
        String text = lines.get(i).text();
        return text.length() <= LONGEST_TITLE
                && HtmlReading.hasWords(text)
                && !text.matches(".*[.,;:。，；：]$")
                && !SENTENCES.matcher(text).matches()
                && !ADDRESS.matcher(text).matches()
                && PlainLists.marker(lines.get(i)) == null
                && (!spaced
                        || isBlank(i + 1)
                        || underlined(i) != null
                        || lines.get(i + 1).text().length() > LONGEST);
    }

    /** The heading that stands on this line; null where none does. */
    @Nullable
    Found at(int i, boolean inFaqs) {
        Found underlined = underlined(i);
        if (underlined != null) {
            return underlined;
        } else if (!isShort(i) || underlining || inFaqs && lines.get(i).text().endsWith("?")) {
            return null;
        }
        Found numbered = numbered(i);
        if (numbered != null) {
            return numbered;
        }
        boolean announces = announces(i);
        // A text that numbers its headings has few others.
        boolean possible = !numbering || announces || isTitleCase(lines.get(i).text());
        boolean heading =
                possible && (announces || standsAlone(i)) && hasShape(i) && (inFaqs ? endsFaqs(i) : opensText(i));
        Sign sign = isCapitals(lines.get(i).text()) ? Sign.CAPITALS : Sign.SHAPE;
        return heading ? new Found(lines.get(i).text(), sign, 0, i + 1) : null;
    }

    private @Nullable Found underlined(int i) {
        PlainLine line = lines.get(i);
        boolean possible = i + 1 < lines.size()
                && HtmlReading.hasWords(line.text())
                && line.text().length() <= LONGEST_TITLE
                && (i == 0 || lines.get(i - 1).isBlank() || !spaced)
                && PlainLists.marker(line) == null;
        String under = possible ? lines.get(i + 1).text() : "";
        boolean twice = TWICE.matcher(under).matches();
        if (!twice && !ONCE.matcher(under).matches()
                || under.length() * 2 < line.text().length()) {
            return null;
        }
        return new Found(line.text(), twice ? Sign.UNDERLINED_TWICE : Sign.UNDERLINED, 0, i + 2);
    }

    private @Nullable Found numbered(int i) {
        Matcher number = NUMBERED.matcher(lines.get(i).text());
        if (!number.matches() || !hasShape(i) || !standsAlone(i) || isItem(i)) {
            return null;
        }
        int depth = number.group(1).split("\\.").length;
        return new Found(lines.get(i).text(), Sign.NUMBERED, depth, i + 1);
    }

    /** A number whose neighbour has one as well counts in a list, unless it counts sections inside sections. */
    private boolean isItem(int i) {
        int next = filled(i + 1, 1);
        int before = filled(i - 1, -1);
        boolean deeper = lines.get(i).text().matches("\\d+\\.\\d.*")
                || next < lines.size() && lines.get(next).text().matches("\\d+\\.\\d.*");
        return next == lines.size() || !deeper && (countsOn(next) || countsOn(before));
    }

    private boolean countsOn(int i) {
        PlainLists.Marker marker = i < 0 || i >= lines.size() ? null : PlainLists.marker(lines.get(i));
        return marker != null && marker.number() != null;
    }

    private int filled(int from, int step) {
        int i = from;
        while (i >= 0 && i < lines.size() && lines.get(i).isBlank()) {
            i += step;
        }
        return i;
    }

    private boolean isShort(int i) {
        PlainLine line = lines.get(i);
        return line.text().length() <= LONGEST
                && line.indent() < 4
                && line.text().split("\\s+").length <= MOST_WORDS;
    }

    private boolean announces(int i) {
        String text = lines.get(i).text();
        return Conventions.announcesFaqs(text) || Conventions.announcesTakeaways(text);
    }

    private boolean hasShape(int i) {
        String text = lines.get(i).text();
        if (announces(i)) {
            return true;
        }
        return isShort(i)
                && HtmlReading.hasWords(text)
                && START.matcher(text).matches()
                && !END_OF_TEXT.matcher(text).matches()
                && !SENTENCES.matcher(text).matches()
                && !ADDRESS.matcher(text).matches()
                && !QUESTION_LABEL.matcher(text).matches()
                && !BYLINE.matcher(text).matches()
                && !(LABELLED.matcher(text).matches() && text.length() > 60)
                && (PlainLists.marker(lines.get(i)) == null
                        || NUMBERED.matcher(text).matches());
    }

    /** In a text with blank lines, a heading has them around it, or at least begins a new stretch as no text would. */
    private boolean standsAlone(int i) {
        if (!spaced) {
            return true;
        }
        boolean begins = i == 0 || lines.get(i - 1).isBlank();
        boolean ends = isBlank(i + 1);
        boolean breaksEarly = !ends
                && lines.get(i).text().length() < 40
                && lines.get(i + 1).text().length() >= 45;
        return begins && (ends || breaksEarly);
    }

    private boolean isBlank(int i) {
        return i >= lines.size() || lines.get(i).isBlank();
    }

    /** Two headings may stand in a row, the parent and its first child; more of them are lines of something else. */
    private boolean opensText(int i) {
        int run = 1;
        int next = filled(i + 1, 1);
        while (next < lines.size() && run < 4 && isHeadingLike(next)) {
            if (announces(next)) {
                return run < 3 && !startsAmidst(i);
            }
            run++;
            next = filled(next + 1, 1);
        }
        return next < lines.size() && run < 3 && !(run < 3 && startsAmidst(i)) || announces(i);
    }

    /** Whether two lines like it stand before it already: then all of them are lines of something else. */
    private boolean startsAmidst(int i) {
        int before = filled(i - 1, -1);
        int further = before < 0 ? -1 : filled(before - 1, -1);
        return further > 0
                && isHeadingLike(before)
                && isHeadingLike(further)
                && !announces(before)
                && !announces(further);
    }

    private boolean isHeadingLike(int i) {
        return hasShape(i) && standsAlone(i);
    }

    /** Among questions and answers only a line set like a title ends them: answers may be short. */
    private boolean endsFaqs(int i) {
        String text = lines.get(i).text();
        return (announces(i) || isTitleCase(text) && filled(i + 1, 1) < lines.size() && opensText(i));
    }

    private static boolean isTitleCase(String text) {
        String[] words = text.split("[^\\p{L}’']+");
        int capitals = 0;
        int longer = 0;
        for (String word : words) {
            longer += word.length() > 3 ? 1 : 0;
            capitals += word.length() > 3 && Character.isUpperCase(word.charAt(0)) ? 1 : 0;
        }
        return longer > 0 && capitals == longer;
    }

    private static boolean isCapitals(String text) {
        return text.codePoints().filter(Character::isLetter).count() > 2
                && text.codePoints().noneMatch(Character::isLowerCase)
                && text.codePoints().anyMatch(Character::isUpperCase);
    }
}
