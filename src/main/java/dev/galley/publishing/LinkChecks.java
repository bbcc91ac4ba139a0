package dev.galley.publishing;

import dev.galley.article.ArticleAddress;
import dev.galley.document.Placed;
import dev.galley.platform.InputError;
import dev.galley.publishing.Checks.Subject;
import dev.galley.text.InlineText;
import java.util.List;
import java.util.Set;

/** Checks of where the links of a document lead. */
final class LinkChecks {
    private LinkChecks() {}

    static void number(Subject subject, Findings findings) {
        long linked = subject.around().links().stream()
                .map(link -> link.address().name())
                .distinct()
                .count();
        if (linked > Surroundings.MOST_LINKED) {
            findings.error(
                    "",
                    InputError.TOO_MANY,
                    "At most " + Surroundings.MOST_LINKED + " different articles can be linked to; here are " + linked
                            + ".");
        }
    }

    static void targets(Subject subject, Findings findings) {
        for (Surroundings.Link link : links(subject)) {
            String name = link.address().name();
            if (link.target() == null && link.address().form() != ArticleAddress.Form.PAGE) {
                findings.error(
                        link.placed().pointer(), "link-to-nowhere", "There is no article \"" + name + "\" to link to.");
            } else if (link.target() != null && !link.target().isPublic()) {
                findings.warning(
                        link.placed().pointer(),
                        "link-to-draft",
                        "The article \"" + name + "\" isn't public; the link appears as soon as it is.");
            }
        }
    }

    static void anchors(Subject subject, Findings findings) {
        Set<String> own = subject.document().anchors();
        for (Placed<String> text : subject.places().texts()) {
            if (text.value().contains("](#") || text.value().contains("](<#")) {
                InlineText.links(text.value()).stream()
                        .filter(destination -> destination.startsWith("#") && destination.length() > 1)
                        .forEach(destination -> anchor(text.pointer(), destination.substring(1), own, findings));
            }
        }
        for (Surroundings.Link link : links(subject)) {
            if (link.target() != null && link.address().anchor() != null) {
                anchor(
                        link.placed().pointer(),
                        link.address().anchor(),
                        link.target().anchors(),
                        findings);
            }
        }
    }

    private static void anchor(String at, String anchor, Set<String> known, Findings findings) {
        if (!known.contains(anchor)) {
            findings.warning(
                    at, "link-anchor-unknown", "No section and no question there has the anchor \"" + anchor + "\".");
        }
    }

    /** Those that lead to another host are none of ours. */
    private static List<Surroundings.Link> links(Subject subject) {
        return subject.around().links().stream()
                .filter(link -> link.address().isHere())
                .toList();
    }
}
