package dev.galley.document;

import dev.galley.document.block.Callout;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How articles in the wild announce their parts: the headings and labels that importers read and renditions write. */
public final class Conventions {
    private static final Set<String> TAKEAWAYS =
            Set.of("key takeaways", "takeaways", "tl;dr", "tldr", "key points", "highlights");
    private static final Set<String> FAQS =
            Set.of("faq", "faqs", "frequently asked questions", "questions and answers", "questions & answers", "q&a");

    /** A comment before a block or heading that says: take it as it is, it announces nothing. */
    public static final String AS_IS = "as-is";

    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}]+|[\\s:.!?–—-]+$");

    private Conventions() {}

    public static boolean announcesTakeaways(String heading) {
        return TAKEAWAYS.contains(normal(heading));
    }

    public static boolean announcesFaqs(String heading) {
        return FAQS.contains(normal(heading));
    }

    /**
     * The kind of call-out that a label ("Pro tip", "Warning", "💡 Pro Insight") announces; null where the label is no
     * such announcement.
     */
    public static Callout.@Nullable Kind calloutKind(String label) {
        String text = label.toLowerCase(Locale.ROOT);
        if (text.contains("caution") || text.contains("danger")) {
            return Callout.Kind.CAUTION;
        } else if (text.contains("warning") || text.contains("⚠")) {
            return Callout.Kind.WARNING;
        } else if (text.contains("important")) {
            return Callout.Kind.IMPORTANT;
        } else if (text.contains("insight")) {
            return Callout.Kind.INSIGHT;
        } else if (text.contains("tip") && text.matches(".*\\btips?\\b.*")) {
            return Callout.Kind.TIP;
        } else if (text.matches(".*\\bnotes?\\b.*") || text.contains("ℹ")) {
            return Callout.Kind.NOTE;
        } else if (text.contains("💡")) {
            return Callout.Kind.INSIGHT;
        }
        return null;
    }

    private static String normal(String heading) {
        return EDGES.matcher(heading.strip().toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
