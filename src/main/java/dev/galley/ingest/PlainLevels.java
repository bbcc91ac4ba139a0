package dev.galley.ingest;

import dev.galley.document.CalloutLabel;
import dev.galley.document.Conventions;
import dev.galley.document.block.Block;
import dev.galley.document.block.Callout;
import dev.galley.document.block.Paragraph;
import dev.galley.ingest.PlainHeadings.Sign;
import dev.galley.ingest.PlainTextReader.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives headings their levels: by number or underline where the text has them, else by guess. A heading followed
 * straight by another is its parent; its children go on for as long as they look like the first of them, which mostly
 * is one short paragraph each.
 */
final class PlainLevels {
    private static final int SECTION = 2;
    private static final int LONGEST_SHORT = 700;

    /** Headings that close an article: they stand in no other. */
    private static final Set<String> CLOSING = Set.of(
            "conclusion",
            "conclusions",
            "summary",
            "in summary",
            "final thoughts",
            "closing thoughts",
            "wrapping up",
            "wrap-up",
            "references",
            "further reading",
            "sources",
            "next steps",
            "the bottom line",
            "about the author",
            "acknowledgements",
            "acknowledgments",
            "appendix",
            "looking ahead");

    private final List<Part> headings;
    private final List<List<Part>> bodies;
    private final List<ImportWarning> warnings;
    private final boolean twice;
    private final boolean capitals;
    private boolean guessed;

    private boolean inside;
    private boolean childrenAreShort;

    private PlainLevels(List<Part> headings, List<List<Part>> bodies, List<ImportWarning> warnings) {
        this.headings = headings;
        this.bodies = bodies;
        this.warnings = warnings;
        this.twice = headings.stream().anyMatch(heading -> heading.sign() == Sign.UNDERLINED_TWICE);
        this.capitals = !headings.isEmpty() && headings.get(0).sign() == Sign.CAPITALS;
    }

    /** The parts with levels in place of signs. */
    static List<Piece> of(List<Part> parts, List<ImportWarning> warnings) {
        List<Part> headings = new ArrayList<>();
        List<List<Part>> bodies = new ArrayList<>();
        List<Part> lead = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).sign() != null && !isCalloutLabel(parts, i)) {
                headings.add(parts.get(i));
                bodies.add(new ArrayList<>());
            } else {
                (bodies.isEmpty() ? lead : bodies.get(bodies.size() - 1)).add(parts.get(i));
            }
        }
        return new PlainLevels(headings, bodies, warnings).pieces(lead);
    }

    /** A heading that only says again what the call-out behind it says. */
    private static boolean isCalloutLabel(List<Part> parts, int i) {
        Block next = i + 1 < parts.size() ? parts.get(i + 1).block() : null;
        return CalloutLabel.alone(parts.get(i).text()) != null
                && (next instanceof Callout || next instanceof Paragraph text && CalloutLabel.of(text.text()) != null);
    }

    private List<Piece> pieces(List<Part> lead) {
        List<Piece> pieces = new ArrayList<>();
        lead.forEach(part -> pieces.add(part.piece(SECTION)));
        for (int i = 0; i < headings.size(); i++) {
            pieces.add(headings.get(i).piece(level(i)));
            bodies.get(i).forEach(part -> pieces.add(part.piece(SECTION)));
        }
        tell();
        return pieces;
    }

    private int level(int i) {
        Part heading = headings.get(i);
        Sign sign = heading.sign();
        if (sign == Sign.NUMBERED) {
            return SECTION - 1 + heading.depth();
        } else if (sign == Sign.UNDERLINED_TWICE || sign == Sign.UNDERLINED) {
            return sign == Sign.UNDERLINED && twice ? SECTION + 1 : SECTION;
        } else if (sign == Sign.CAPITALS) {
            inside = false;
            return SECTION;
        } else if (capitals) {
            guessed = true;
            return announces(i) || closes(heading) ? SECTION : SECTION + 1;
        }
        return guess(i);
    }

    private int guess(int i) {
        if (announces(i) || closes(headings.get(i))) {
            inside = false;
            return SECTION;
        }
        boolean parent = bodies.get(i).isEmpty() && i + 1 < headings.size() && !announces(i + 1);
        if (parent) {
            inside = true;
            childrenAreShort = isShort(i + 1);
            guessed = true;
            return SECTION;
        }
        inside &= !childrenAreShort || isShort(i);
        return inside ? SECTION + 1 : SECTION;
    }

    private boolean isShort(int i) {
        return bodies.get(i).size() == 1
                && bodies.get(i).get(0).block() instanceof Paragraph text
                && text.text().length() <= LONGEST_SHORT;
    }

    private boolean announces(int i) {
        String text = headings.get(i).text();
        return Conventions.announcesFaqs(text) || Conventions.announcesTakeaways(text);
    }

    private static boolean closes(Part heading) {
        return CLOSING.contains(heading.text()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L} -]", "")
                .strip());
    }

    /** That sections stand side by side is a guess as well, where nothing in the text says so. */
    private void tell() {
        List<Part> unsure = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            Sign sign = headings.get(i).sign();
            if ((sign == Sign.SHAPE || sign == Sign.CAPITALS) && !announces(i)) {
                unsure.add(headings.get(i));
            }
        }
        if (guessed || unsure.size() > 1) {
            warnings.add(new ImportWarning(
                    ImportWarning.LEVELS_GUESSED,
                    "Plain text has no levels of headings: which section stands in which was guessed",
                    line(unsure)));
        }
    }

    private static @Nullable Integer line(List<Part> unsure) {
        return unsure.isEmpty() ? null : unsure.get(0).line();
    }
}
