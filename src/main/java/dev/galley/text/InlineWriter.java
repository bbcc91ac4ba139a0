package dev.galley.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/**
 * Writes inline nodes as CommonMark. It tries the lightest spelling first and keeps it only where parsing gives the
 * same nodes again, so that no escape stands where none is needed and no text is ever read as another.
 */
final class InlineWriter {
    private enum Escapes {
        NONE,
        SPECIALS,
        /** Also what means something at the start of a line, or to other Markdown readers. */
        BLOCKS
    }

    private static final Pattern RUNS_OF_SPACE = Pattern.compile("\\s+");
    private static final Pattern SPACES_AROUND_BREAK = Pattern.compile(" *\\x01 *");
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>&~!]");
    private static final Pattern LINE_START = Pattern.compile("^(#|[-+=:](?=[^\\p{L}\\p{N}]|$)|\\|)");
    private static final Pattern ORDERED_START = Pattern.compile("^(\\d{1,9})([.)])(?=\\s|$)");
    private static final Pattern BACKTICKS = Pattern.compile("`+");
    private static final Pattern SPECIAL_IN_TITLE = Pattern.compile("[\\\\\"&]");
    private static final Pattern PLAIN_DESTINATION = Pattern.compile("[^\\s<>()\\\\&\\p{Cntrl}]+");

    private final StringBuilder out = new StringBuilder();
    private final Escapes escapes;

    /** Set after a closing delimiter: a letter there would keep it from closing (CommonMark 0.31, §6.2). */
    private boolean encodeNext;

    private InlineWriter(Escapes escapes) {
        this.escapes = escapes;
    }

    static String canonical(Node inline) {
        if (inline.getFirstChild() instanceof Text only
                && only.getNext() == null
                && !SPECIAL.matcher(only.getLiteral()).find()) {
            return RUNS_OF_SPACE.matcher(only.getLiteral()).replaceAll(" ").strip();
        }
        String wanted = shape(inline);
        for (Escapes escapes : new Escapes[] {Escapes.NONE, Escapes.SPECIALS}) {
            String candidate = write(inline, escapes);
            if (shape(InlineText.parse(candidate)).equals(wanted)) {
                return candidate;
            }
        }
        // Nesting that CommonMark has no spelling for: the words stay, the emphasis goes.
        Text words =
                new Text(RUNS_OF_SPACE.matcher(plain(inline)).replaceAll(" ").strip());
        return write(wrap(words), Escapes.SPECIALS);
    }

    static String inMarkdown(Node inline) {
        return write(inline, Escapes.BLOCKS);
    }

    private String withoutBreaksAtEnd() {
        int end = out.length();
        while (true) {
            int words = end;
            while (words > 0 && Character.isWhitespace(out.charAt(words - 1))) {
                words--;
            }
            boolean isBreak = words > 0 && words < end && out.charAt(words - 1) == '\\' && out.charAt(words) == '\n';
            if (!isBreak) {
                return out.substring(0, end);
            }
            end = words - 1;
        }
    }

    static String plain(Node node) {
        if (node instanceof Text text) {
            return text.getLiteral();
        } else if (node instanceof Code code) {
            return code.getLiteral();
        } else if (node instanceof HtmlInline html) {
            return html.getLiteral();
        } else if (node instanceof SoftLineBreak) {
            return " ";
        } else if (node instanceof HardLineBreak) {
            return "\n";
        }
        StringBuilder words = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            words.append(plain(child));
        }
        return words.toString();
    }

    private static Node wrap(Node child) {
        Node parent = new Paragraph();
        parent.appendChild(child);
        return parent;
    }

    private static String write(Node inline, Escapes escapes) {
        InlineWriter writer = new InlineWriter(escapes);
        writer.children(inline);
        return writer.withoutBreaksAtEnd().strip();
    }

    private void children(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            node(child);
        }
    }

    private void node(Node node) {
        if (node instanceof Text text) {
            text(text.getLiteral());
        } else if (node instanceof HtmlInline html) {
            text(html.getLiteral());
        } else if (node instanceof Code code) {
            code(code.getLiteral());
        } else if (node instanceof SoftLineBreak) {
            out.append(' ');
        } else if (node instanceof HardLineBreak) {
            hardBreak();
        } else if (node instanceof Emphasis) {
            delimited("*", node);
        } else if (node instanceof StrongEmphasis) {
            delimited("**", node);
        } else if (node instanceof Strikethrough) {
            delimited("~~", node);
        } else if (node instanceof Link link) {
            link(link, link.getDestination(), link.getTitle());
        } else if (node instanceof Image image) {
            out.append('!');
            link(image, image.getDestination(), image.getTitle());
        } else {
            children(node);
        }
    }

    /** Spaces around a break are none that anyone sees, nor is a break at the beginning. */
    private void hardBreak() {
        int end = out.length();
        while (end > 0 && out.charAt(end - 1) == ' ') {
            end--;
        }
        out.setLength(end);
        out.append(end == 0 ? "" : "\\\n");
    }

    private void delimited(String delimiter, Node node) {
        encodeLetterBefore();
        encodeNext = false;
        out.append(delimiter);
        children(node);
        out.append(delimiter);
        encodeNext = escapes != Escapes.NONE;
    }

    private void encodeLetterBefore() {
        int last = out.length() - 1;
        if (escapes != Escapes.NONE && last >= 0 && Character.isLetterOrDigit(out.charAt(last))) {
            int from = Character.isLowSurrogate(out.charAt(last)) ? last - 1 : last;
            int letter = out.codePointAt(from);
            out.setLength(from);
            out.append("&#").append(letter).append(';');
        }
    }

    private void text(String literal) {
        String folded = RUNS_OF_SPACE.matcher(literal).replaceAll(" ");
        String text = atLineStart() && folded.startsWith(" ") ? folded.substring(1) : folded;
        if (text.isEmpty()) {
            return;
        }
        String encoded = "";
        if (encodeNext && Character.isLetterOrDigit(text.codePointAt(0))) {
            int letter = text.codePointAt(0);
            encoded = "&#" + letter + ";";
            text = text.substring(Character.charCount(letter));
        }
        encodeNext = false;
        out.append(encoded).append(encoded.isEmpty() && atLineStart() ? lineStart(text) : escape(text));
    }

    private boolean atLineStart() {
        return out.isEmpty() || out.charAt(out.length() - 1) == '\n';
    }

    private String lineStart(String text) {
        if (escapes != Escapes.BLOCKS) {
            return escape(text);
        }
        Matcher ordered = ORDERED_START.matcher(text);
        if (ordered.find()) {
            return ordered.group(1) + "\\" + ordered.group(2) + escape(text.substring(ordered.end()));
        }
        return LINE_START.matcher(text).find() ? "\\" + escape(text) : escape(text);
    }

    private String escape(String text) {
        if (escapes == Escapes.NONE) {
            return text;
        }
        return SPECIAL.matcher(text).replaceAll("\\\\$0");
    }

    private void code(String literal) {
        encodeNext = false;
        String text = literal.replace('\n', ' ');
        int longest = BACKTICKS
                .matcher(text)
                .results()
                .mapToInt(run -> run.end() - run.start())
                .max()
                .orElse(0);
        String fence = "`".repeat(longest + 1);
        boolean edges = text.startsWith("`") || text.endsWith("`");
        boolean spaces = text.startsWith(" ") && text.endsWith(" ") && !text.isBlank();
        String pad = edges || spaces ? " " : "";
        out.append(fence).append(pad).append(text).append(pad).append(fence);
    }

    private void link(Node node, String destination, @Nullable String title) {
        encodeNext = false;
        out.append('[');
        children(node);
        encodeNext = false;
        out.append("](").append(destination(destination));
        if (title != null && !title.isEmpty()) {
            out.append(" \"")
                    .append(SPECIAL_IN_TITLE.matcher(title).replaceAll("\\\\$0").replace("\n", "&#10;"))
                    .append('"');
        }
        out.append(')');
    }

    private static String destination(String destination) {
        if (PLAIN_DESTINATION.matcher(destination).matches()) {
            return destination;
        }
        String oneLine = destination.replaceAll("[\\r\\n]+", "");
        return "<" + oneLine.replaceAll("[\\\\<>&]", "\\\\$0") + ">";
    }

    /** What a reader sees, as a string to compare: spaces folded, neighbouring texts joined, raw HTML as text. */
    private static String shape(Node node) {
        StringBuilder shape = new StringBuilder();
        shape(node, shape);
        String folded = RUNS_OF_SPACE.matcher(shape).replaceAll(" ");
        return SPACES_AROUND_BREAK
                .matcher(folded)
                .replaceAll("\u0001")
                .replaceAll("^[ \u0001]+|[ \u0001]+$", "")
                .strip();
    }

    private static void shape(Node parent, StringBuilder shape) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Text text) {
                shape.append(text.getLiteral());
            } else if (child instanceof HtmlInline html) {
                shape.append(html.getLiteral());
            } else if (child instanceof SoftLineBreak) {
                shape.append(' ');
            } else if (child instanceof HardLineBreak) {
                shape.append('\u0001');
            } else {
                shape.append('\u0002').append(name(child)).append('\u0003');
                shape(child, shape);
                shape.append('\u0004');
            }
        }
    }

    private static String name(Node node) {
        if (node instanceof Code code) {
            return "code " + code.getLiteral().replace('\n', ' ');
        } else if (node instanceof Link link) {
            return "link " + link.getDestination() + ' ' + link.getTitle();
        } else if (node instanceof Image image) {
            return "image " + image.getDestination() + ' ' + image.getTitle();
        }
        return node.getClass().getSimpleName();
    }
}
