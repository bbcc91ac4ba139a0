package dev.galley.document;

import dev.galley.document.block.Callout;
import dev.galley.text.InlineText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/**
 * The label by which a paragraph announces a call-out ("**Pro tip:** …", "💡 …"): its kind, its words without colon and
 * emoji (null where there is only the emoji), and the text behind it.
 */
public record CalloutLabel(Callout.Kind kind, @Nullable String title, String rest) {
    private static final int MAX_WORDS = 5;
    private static final Pattern ICON = Pattern.compile("^\\s*(💡|⚠️|⚠|ℹ️|ℹ)\\s*");
    private static final Pattern WORDS_BEFORE_COLON = Pattern.compile("^([^:]{1,60}):\\s+(?=\\S)");
    private static final Pattern COLON_AT_END = Pattern.compile("\\s*:\\s*$");

    /** The label at the start of a text; null where the text begins with none. */
    public static @Nullable CalloutLabel of(String text) {
        boolean possible = text.startsWith("**") || ICON.matcher(text).find();
        return possible ? new Reader(InlineText.parse(text)).label() : null;
    }

    /** A label that stands alone, as a heading does; null where the words are none. */
    public static @Nullable CalloutLabel alone(String words) {
        Matcher icon = ICON.matcher(words);
        String label = icon.replaceFirst("").strip();
        Callout.Kind kind = isShort(label) ? Conventions.calloutKind(words) : null;
        return kind == null ? null : new CalloutLabel(kind, label.isEmpty() ? null : label, "");
    }

    private static boolean isShort(String label) {
        return label.split("\\s+").length <= MAX_WORDS;
    }

    private static final class Reader {
        private final Node text;
        private String icon = "";

        Reader(Node text) {
            this.text = text;
        }

        @Nullable
        CalloutLabel label() {
            if (text.getFirstChild() instanceof Text first) {
                takeIcon(first);
            }
            CalloutLabel label = text.getFirstChild() instanceof StrongEmphasis bold ? bold(bold) : words();
            Callout.Kind kind = icon.isEmpty() ? null : Conventions.calloutKind(icon);
            return label != null || kind == null ? label : new CalloutLabel(kind, null, rest());
        }

        private void takeIcon(Text first) {
            Matcher matcher = ICON.matcher(first.getLiteral());
            if (matcher.find()) {
                icon = matcher.group(1);
                replace(first, first.getLiteral().substring(matcher.end()));
            }
        }

        private @Nullable CalloutLabel bold(StrongEmphasis bold) {
            String words = InlineText.plain(InlineText.of(bold)).strip();
            Text after = bold.getNext() instanceof Text next ? next : null;
            boolean colonAfter = after != null && after.getLiteral().startsWith(":");
            boolean announces = words.endsWith(":") || colonAfter || bold.getNext() == null;
            CalloutLabel label =
                    announces ? alone(icon + " " + COLON_AT_END.matcher(words).replaceFirst("")) : null;
            if (label == null) {
                return null;
            }
            bold.unlink();
            if (after != null && colonAfter) {
                replace(after, after.getLiteral().substring(1));
            }
            return new CalloutLabel(label.kind, label.title, rest());
        }

        /** Behind an emoji a label needs no bold: "💡 Pro tip: …". */
        private @Nullable CalloutLabel words() {
            if (icon.isEmpty() || !(text.getFirstChild() instanceof Text first)) {
                return null;
            }
            Matcher matcher = WORDS_BEFORE_COLON.matcher(first.getLiteral());
            if (!matcher.find() || !isShort(matcher.group(1)) || Conventions.calloutKind(matcher.group(1)) == null) {
                return null;
            }
            CalloutLabel label = alone(icon + " " + matcher.group(1));
            replace(first, first.getLiteral().substring(matcher.end()));
            return label == null ? null : new CalloutLabel(label.kind, label.title, rest());
        }

        private String rest() {
            while (text.getFirstChild() instanceof HardLineBreak || text.getFirstChild() instanceof SoftLineBreak) {
                text.getFirstChild().unlink();
            }
            return InlineText.of(text);
        }

        private static void replace(Text node, String literal) {
            if (literal.isBlank()) {
                node.unlink();
            } else {
                node.setLiteral(literal);
            }
        }
    }
}
