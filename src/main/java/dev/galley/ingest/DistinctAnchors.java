package dev.galley.ingest;

import dev.galley.document.ArticleDocument;
import dev.galley.document.Faq;
import dev.galley.document.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Keeps the first of several anchors that are the same, which is where links lead; Galley makes others for the rest. */
final class DistinctAnchors {
    private final Set<String> taken = new HashSet<>();
    private final List<ImportWarning> warnings;

    private DistinctAnchors(List<ImportWarning> warnings) {
        this.warnings = warnings;
    }

    static ArticleDocument in(ArticleDocument document, List<ImportWarning> warnings) {
        DistinctAnchors anchors = new DistinctAnchors(warnings);
        List<Section> sections = anchors.sections(document.sections());
        List<Faq> faqs = document.faqs().stream()
                .map(faq -> faq.withAnchor(anchors.distinct(faq.anchor())))
                .toList();
        return document.withSections(sections).withFaqs(faqs);
    }

    /** From the first to the last as they are read. */
    private List<Section> sections(List<Section> sections) {
        List<Section> distinct = new ArrayList<>();
        for (Section section : sections) {
            Section named = section.withAnchor(distinct(section.anchor()));
            distinct.add(named.withSections(sections(section.sections())));
        }
        return distinct;
    }

    private String distinct(String anchor) {
        if (anchor.isEmpty() || taken.add(anchor)) {
            return anchor;
        }
        Warnings.converted(warnings, "The anchor \"" + anchor + "\" stands twice: the later one was replaced", 0);
        return "";
    }
}
