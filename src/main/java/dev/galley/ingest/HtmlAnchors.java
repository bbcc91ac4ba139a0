package dev.galley.ingest;

import dev.galley.text.Slug;
import org.jsoup.nodes.Element;

/** The names under which a page links to its own headings. */
final class HtmlAnchors {
    private HtmlAnchors() {}

    /** The heading's name where it is one that we could have given, else "". */
    static String of(Element heading) {
        String id = heading.id();
        Element named = heading.selectFirst("a[id], a[name], span[id]");
        if (id.isEmpty() && named != null) {
            id = named.id().isEmpty() ? named.attr("name") : named.id();
        }
        Element section = heading.parent();
        if (id.isEmpty()
                && section != null
                && section.normalName().equals("section")
                && section.firstElementChild() == heading) {
            id = section.id();
        }
        String own = id.startsWith("user-content-") ? id.substring("user-content-".length()) : id;
        return Slug.isValid(own) ? own : "";
    }
}
