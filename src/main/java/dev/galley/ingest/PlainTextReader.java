package dev.galley.ingest;

import dev.galley.document.Conventions;
import dev.galley.document.Limits;
import dev.galley.document.block.Block;
import dev.galley.document.block.Callout;
import dev.galley.document.block.Divider;
import dev.galley.document.block.ListBlock;
import dev.galley.document.block.ListBlock.Item;
import dev.galley.document.block.Paragraph;
import dev.galley.ingest.Piece.Body;
import dev.galley.ingest.Piece.Heading;
import dev.galley.ingest.Piece.Question;
import dev.galley.text.InlineText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads text that has no markup, as it comes when a web page is copied: by its shape. */
final class PlainTextReader {
    private static final Pattern DIVIDER = Pattern.compile("(?=\\S\\s*\\S\\s*\\S)[-*_=~#•·\\s]+");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+");
    private static final Pattern ASKED = Pattern.compile("(?i)^Q(?:uestion)?\\s?\\d{0,2}\\s*[:.)]\\s+(\\S.*)");
    private static final Pattern ANSWERED = Pattern.compile("(?i)^A(?:nswer)?\\s?\\d{0,2}\\s*[:.)]\\s+(\\S.*)");
    private static final Pattern LABEL = Pattern.compile(
            "(?i)^((?:pro |key |quick |expert )?(?:tip|insight|note|warning|important|caution)):\\s+(\\S.*)");

    private static final int LONGEST_WRAPPED = 100;
    private static final int SHORTEST_WRAPPED = 40;
    private static final int LONGEST_QUESTION = Limits.TITLE;

    private final List<PlainLine> lines;
    private final PlainCode code;
    private final boolean wrapped;
    private final PlainHeadings headings;
    private final List<Part> parts = new ArrayList<>();
    private boolean inFaqs;

    /** A heading with its sign and no level yet, or a block, or a question. */
    record Part(
            PlainHeadings.@Nullable Sign sign,
            int depth,
            String text,
            @Nullable Block block,
            int line) {
        static Part heading(PlainHeadings.Found found, int line) {
            return new Part(found.sign(), found.depth(), found.text(), null, line);
        }

        static Part of(Block block, int line) {
            return new Part(null, 0, "", block, line);
        }

        static Part question(String words, int line) {
            return new Part(null, 0, words, null, line);
        }

        Piece piece(int level) {
            if (block != null) {
                return new Body(block, false, line);
            }
            return sign == null ? new Question(text, List.of(), line) : new Heading(level, text, "", false, line);
        }
    }

    private PlainTextReader(List<PlainLine> lines) {
        this.lines = lines;
        this.code = new PlainCode(lines);
        this.wrapped = isWrapped(lines);
        this.headings = new PlainHeadings(lines, isSpaced(lines));
    }

    static Imported read(String source) {
        List<ImportWarning> warnings = new ArrayList<>();
        String text = CleanText.clean(source, warnings);
        return Assembler.assemble(pieces(text, warnings), FrontMatter.NONE, warnings);
    }

    static List<Piece> pieces(String text, List<ImportWarning> warnings) {
        return new PlainTextReader(PlainLine.of(text)).pieces(warnings);
    }

    private List<Piece> pieces(List<ImportWarning> warnings) {
        List<Piece> pieces = new ArrayList<>();
        int i = 0;
        while (i < lines.size() && lines.get(i).isBlank()) {
            i++;
        }
        if (i < lines.size() && code.at(i) == null && headings.isTitle(i)) {
            pieces.add(new Heading(1, lines.get(i).text(), "", false, i + 1));
            PlainHeadings.Found underlined = headings.at(i, false);
            i = underlined == null ? i + 1 : underlined.end();
        }
        while (i < lines.size()) {
            i = lines.get(i).isBlank() ? i + 1 : part(i);
        }
        pieces.addAll(PlainLevels.of(takeawaysAsLists(), warnings));
        return pieces;
    }

    /** Reads what begins on this line; the line after it. */
    private int part(int i) {
        PlainCode.Found program = code.at(i);
        if (program != null) {
            return add(program.code(), i, program.end());
        }
        PlainHeadings.Found heading = headings.at(i, inFaqs);
        if (heading != null) {
            inFaqs = Conventions.announcesFaqs(heading.text());
            parts.add(Part.heading(heading, i + 1));
            return heading.end();
        } else if (DIVIDER.matcher(lines.get(i).text()).matches()) {
            return add(new Divider(), i, i + 1);
        } else if (inFaqs && asks(i)) {
            return i + 1;
        }
        PlainLists.Found list = PlainLists.at(i, lines, wrapped);
        return list != null ? add(list.list(), i, list.end()) : paragraph(i);
    }

    private int add(Block block, int i, int end) {
        parts.add(Part.of(block, i + 1));
        return end;
    }

    /** Questions are what ends in a question mark, whether or not a number or a Q stands before it. */
    private boolean asks(int i) {
        String text = lines.get(i).text();
        Matcher asked = ASKED.matcher(text);
        PlainLists.Marker marker = PlainLists.marker(lines.get(i));
        boolean labelled = asked.matches();
        boolean numbered = marker != null && marker.text().endsWith("?");
        if (!(labelled || numbered || text.endsWith("?")) || text.length() > LONGEST_QUESTION) {
            return false;
        }
        parts.add(Part.question(labelled ? asked.group(1) : numbered && marker != null ? marker.text() : text, i + 1));
        return true;
    }

    private int paragraph(int i) {
        StringBuilder text = new StringBuilder(lines.get(i).text());
        int end = i + 1;
        while (wrapped && end < lines.size() && runsOn(end)) {
            text.append(' ').append(lines.get(end).text());
            end++;
        }
        return add(block(text.toString()), i, end);
    }

    private boolean runsOn(int i) {
        PlainLine line = lines.get(i);
        boolean label = inFaqs
                && (line.text().endsWith("?") || ANSWERED.matcher(line.text()).matches());
        return !line.isBlank()
                && !label
                && PlainLists.at(i, lines, true) == null
                && !DIVIDER.matcher(line.text()).matches()
                && code.at(i) == null;
    }

    private Block block(String text) {
        Matcher answered = ANSWERED.matcher(text);
        Matcher label = LABEL.matcher(text);
        if (ADDRESS.matcher(text).matches()) {
            return new Paragraph(HtmlMedia.linked(text, text));
        } else if (inFaqs && answered.matches()) {
            return new Paragraph(InlineText.literal(answered.group(1)));
        } else if (label.matches() && Conventions.calloutKind(label.group(1)) != null) {
            return callout(label.group(1), label.group(2));
        }
        return new Paragraph(InlineText.literal(text));
    }

    private static Callout callout(String label, String text) {
        Callout.Kind kind = Conventions.calloutKind(label);
        List<Block> blocks = List.of(new Paragraph(InlineText.literal(text)));
        return new Callout(kind == null ? Callout.Kind.NOTE : kind, label, blocks);
    }

    /** The bullets of takeaways are often lost when they are copied: lines of one sentence each are left. */
    private List<Part> takeawaysAsLists() {
        List<Part> read = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            read.add(part);
            List<Item> items = new ArrayList<>();
            boolean takeaways = part.sign() != null && Conventions.announcesTakeaways(part.text());
            int next = i + 1;
            while (takeaways && next < parts.size() && parts.get(next).block() instanceof Paragraph line) {
                items.add(new Item(line.text()));
                next++;
            }
            if (items.size() > 1 && (next == parts.size() || parts.get(next).sign() != null)) {
                read.add(Part.of(
                        new ListBlock(ListBlock.Style.BULLET, items),
                        parts.get(i + 1).line()));
                i = next - 1;
            }
        }
        return read;
    }

    /** Whether paragraphs were broken into lines of much the same length, with blank lines between them. */
    private static boolean isWrapped(List<PlainLine> lines) {
        int long_ = 0;
        int broken = 0;
        for (int i = 0; i + 1 < lines.size(); i++) {
            int length = lines.get(i).text().length();
            boolean last = lines.get(i + 1).isBlank();
            long_ += length > LONGEST_WRAPPED ? 1 : 0;
            broken += !last && length >= SHORTEST_WRAPPED && length <= LONGEST_WRAPPED ? 1 : 0;
        }
        return isSpaced(lines) && broken > 0 && long_ * 4 < broken;
    }

    /** Whether blank lines stand between what belongs together, and not only here and there. */
    private static boolean isSpaced(List<PlainLine> lines) {
        int blanks = 0;
        int filled = 0;
        for (int i = 0; i < lines.size(); i++) {
            boolean blank = lines.get(i).isBlank();
            filled += blank ? 0 : 1;
            blanks += blank
                            && filled > 0
                            && i + 1 < lines.size()
                            && !lines.get(i + 1).isBlank()
                    ? 1
                    : 0;
        }
        return blanks > 0 && blanks * 8 >= filled;
    }
}
