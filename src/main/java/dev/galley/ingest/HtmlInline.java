package dev.galley.ingest;

import dev.galley.text.InlineText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Running text as it is gathered: a flat row of leaves, each with the marks that stood around it. Made into a tree only
 * when it is read out, so that neighbours of one mark join, nothing stands twice inside itself, and space at the edge
 * of a mark falls outside it, as CommonMark needs it.
 */
final class HtmlInline {
    /** What stands around text. */
    private enum Type {
        EMPHASIS,
        STRONG,
        STRIKETHROUGH,
        LINK
    }

    private record Mark(
            Type type,
            String destination,
            @Nullable String title,
            @Nullable Element source) {
        static final Mark EMPHASIS = new Mark(Type.EMPHASIS, "", null, null);
        static final Mark STRONG = new Mark(Type.STRONG, "", null, null);
        static final Mark STRIKETHROUGH = new Mark(Type.STRIKETHROUGH, "", null, null);

        Node node() {
            return switch (type) {
                case EMPHASIS -> new Emphasis("*");
                case STRONG -> new StrongEmphasis("**");
                case STRIKETHROUGH -> new Strikethrough("~~");
                case LINK -> new Link(destination, title);
            };
        }
    }

    private enum Kind {
        WORDS,
        CODE,
        SPACE,
        BREAK
    }

    private record Leaf(Kind kind, String text, List<Mark> marks) {
        boolean isGap() {
            return kind == Kind.SPACE || kind == Kind.BREAK;
        }

        Node node() {
            return switch (kind) {
                case WORDS, SPACE -> new Text(text);
                case CODE -> new Code(text);
                case BREAK -> new HardLineBreak();
            };
        }
    }

    private final List<Leaf> leaves = new ArrayList<>();
    private List<Mark> marks = List.of();

    /** Reads something with a mark around it. */
    void emphasis(Runnable inner) {
        within(Mark.EMPHASIS, inner);
    }

    void strong(Runnable inner) {
        within(Mark.STRONG, inner);
    }

    void strikethrough(Runnable inner) {
        within(Mark.STRIKETHROUGH, inner);
    }

    void link(String destination, @Nullable String title, Element source, Runnable inner) {
        within(new Mark(Type.LINK, destination, title, source), inner);
    }

    private void within(Mark mark, Runnable inner) {
        List<Mark> outside = marks;
        if (marks.stream().noneMatch(around -> around.type() == mark.type())) {
            marks = new ArrayList<>(outside);
            marks.add(mark);
        }
        inner.run();
        marks = outside;
    }

    /** Adds text as it stands in the source. */
    void text(String source) {
        int from = 0;
        int to = source.length();
        while (from < to && isSpace(source.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(source.charAt(to - 1))) {
            to--;
        }
        space(source.substring(0, from));
        if (from < to) {
            words(folded(source.substring(from, to)));
            space(source.substring(to));
        }
    }

    void code(String source) {
        String text = folded(source);
        space(text.startsWith(" ") ? " " : "");
        if (!text.isBlank()) {
            add(Kind.CODE, text.strip());
        }
        space(text.endsWith(" ") ? " " : "");
    }

    void lineBreak() {
        leaves.add(new Leaf(Kind.BREAK, "", marks));
    }

    private void words(String text) {
        add(Kind.WORDS, text);
    }

    /** Joins what belongs together, code most of all: CommonMark can't write two pieces of it side by side. */
    private void add(Kind kind, String text) {
        Leaf last = leaves.isEmpty() ? null : leaves.get(leaves.size() - 1);
        if (last != null && last.kind() == kind && last.marks().equals(marks)) {
            leaves.set(leaves.size() - 1, new Leaf(kind, last.text() + text, marks));
        } else {
            leaves.add(new Leaf(kind, text, marks));
        }
    }

    private void space(String source) {
        if (!source.isEmpty()) {
            // A no-break space keeps its meaning; any others fold into one.
            leaves.add(new Leaf(Kind.SPACE, source.indexOf('\u00A0') >= 0 ? "\u00A0" : " ", marks));
        }
    }

    boolean isBlank() {
        return leaves.stream().allMatch(Leaf::isGap);
    }

    /** What was gathered, a paragraph for each stretch between two breaks in a row; begins anew. */
    List<String> paragraphs() {
        List<String> paragraphs = new ArrayList<>();
        List<Leaf> stretch = new ArrayList<>();
        int breaks = 0;
        for (Leaf leaf : leaves) {
            breaks = leaf.kind() == Kind.BREAK ? breaks + 1 : leaf.kind() == Kind.SPACE ? breaks : 0;
            if (breaks == 2) {
                addParagraph(stretch, paragraphs);
                stretch.clear();
            }
            stretch.add(leaf);
        }
        addParagraph(stretch, paragraphs);
        leaves.clear();
        return paragraphs;
    }

    private static void addParagraph(List<Leaf> stretch, List<String> paragraphs) {
        if (stretch.stream().anyMatch(leaf -> !leaf.isGap())) {
            paragraphs.add(InlineText.of(tree(tidy(stretch))));
        }
    }

    /** One gap between words at most, none at the ends, and each inside only those marks that go on behind it. */
    private static List<Leaf> tidy(List<Leaf> stretch) {
        List<Leaf> tidy = new ArrayList<>();
        Leaf gap = null;
        for (Leaf leaf : stretch) {
            if (leaf.isGap()) {
                gap = gap == null ? leaf : wider(gap, leaf);
                continue;
            }
            if (gap != null && !tidy.isEmpty()) {
                List<Mark> before = tidy.get(tidy.size() - 1).marks();
                tidy.add(new Leaf(gap.kind(), gap.text(), common(common(before, gap.marks()), leaf.marks())));
            }
            gap = null;
            tidy.add(leaf);
        }
        return tidy;
    }

    private static Leaf wider(Leaf one, Leaf other) {
        Leaf wider = one.kind() == Kind.BREAK || other.kind() != Kind.BREAK ? one : other;
        String text = one.text().equals("\u00A0") ? one.text() : other.text();
        return new Leaf(wider.kind(), text, common(one.marks(), other.marks()));
    }

    private static Node tree(List<Leaf> leaves) {
        Node paragraph = new Paragraph();
        Deque<Node> open = new ArrayDeque<>();
        open.push(paragraph);
        List<Mark> around = List.of();
        for (Leaf leaf : leaves) {
            int shared = common(around, leaf.marks()).size();
            for (int i = shared; i < around.size(); i++) {
                open.pop();
            }
            for (Mark mark : leaf.marks().subList(shared, leaf.marks().size())) {
                Node node = mark.node();
                open.element().appendChild(node);
                open.push(node);
            }
            open.element().appendChild(leaf.node());
            around = leaf.marks();
        }
        return paragraph;
    }

    private static List<Mark> common(List<Mark> one, List<Mark> other) {
        int shared = 0;
        while (shared < one.size() && shared < other.size() && one.get(shared).equals(other.get(shared))) {
            shared++;
        }
        return one.subList(0, shared);
    }

    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
            if (!space) {
                folded.append(c);
            } else if (folded.isEmpty() || folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        }
        return folded.toString();
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
