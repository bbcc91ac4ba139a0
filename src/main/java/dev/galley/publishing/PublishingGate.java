package dev.galley.publishing;

import dev.galley.document.ArticleDocument;
import dev.galley.document.Faq;
import dev.galley.document.Section;
import dev.galley.platform.InputError;
import dev.galley.platform.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What must hold before a document may be public: a draft may be without it. */
final class PublishingGate {
    private final List<InputError> errors = new ArrayList<>();
    private final Map<String, String> anchors = new HashMap<>();

    private PublishingGate() {}

    static void check(ArticleDocument document) {
        PublishingGate gate = new PublishingGate();
        gate.sections("/sections", document.sections());
        List<Faq> faqs = document.faqs();
        for (int i = 0; i < faqs.size(); i++) {
            gate.anchor("/faqs/" + i + "/anchor", faqs.get(i).anchor());
        }
        if (!gate.errors.isEmpty()) {
            throw Problem.notPublishable(gate.errors);
        }
    }

    private void sections(String at, List<Section> sections) {
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            anchor(at + "/" + i + "/anchor", section.anchor());
            sections(at + "/" + i + "/sections", section.sections());
        }
    }

    private void anchor(String at, String anchor) {
        String first = anchors.putIfAbsent(anchor, at);
        if (first != null) {
            errors.add(InputError.pointer(
                    at, InputError.DUPLICATE, "The anchor \"" + anchor + "\" stands at " + first + " already."));
        }
    }
}
