package dev.galley.rendition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.galley.document.ArticleDocument;
import dev.galley.document.DocumentRules;
import dev.galley.document.Faq;
import dev.galley.document.GeneratedDocuments;
import dev.galley.document.Section;
import dev.galley.ingest.Imported;
import dev.galley.ingest.Importer;
import dev.galley.text.Slug;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundTripTest {
    private static final int DOCUMENTS = 2_000;

    @Test
    void aDocumentWrittenAsMarkdownImportsAsTheSameDocument() {
        int checked = 0;
        for (long seed = 1; checked < DOCUMENTS; seed++) {
            assertTrue(seed < 2 * DOCUMENTS, "most of the generated documents can be stored");
            ArticleDocument document = GeneratedDocuments.of(seed);
            if (!DocumentRules.breaches(document).isEmpty()) {
                continue; // No such document is stored, and so none is exported.
            }
            checked++;
            String markdown = MarkdownRendition.of(document);
            Imported imported = Importer.markdown(markdown);
            String where = "seed " + seed + "\n" + markdown;
            assertEquals(withoutDerivedAnchors(document), withoutDerivedAnchors(imported.document()), where);
            assertEquals(List.of(), imported.warnings(), where);
        }
    }

    private static ArticleDocument withoutDerivedAnchors(ArticleDocument document) {
        List<Faq> faqs = document.faqs().stream()
                .map(faq -> faq.withAnchor(written(faq.anchor(), faq.question())))
                .toList();
        return document.mapSections(RoundTripTest::withoutDerivedAnchor).withFaqs(faqs);
    }

    private static Section withoutDerivedAnchor(Section section) {
        return section.withAnchor(written(section.anchor(), section.heading()));
    }

    private static String written(String anchor, String heading) {
        return anchor.equals(Slug.of(heading, "")) ? "" : anchor;
    }
}
