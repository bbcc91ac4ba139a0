package dev.galley.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.galley.document.ArticleDocument;
import dev.galley.document.AuthorRef;
import dev.galley.document.Hero;
import dev.galley.document.Seo;
import dev.galley.document.SeriesPlace;
import dev.galley.document.TopicKind;
import dev.galley.document.TopicRef;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrontMatterTest {
    @Test
    void everyMemberIsRead() {
        Imported imported = Importer.markdown("""
                ---
                title: Bees
                slug: bees
                description: They fly.
                date: 2024-05-01
                updated: 2024-05-02T10:00:00+02:00
                tags: [Machine Learning, honey]
                categories: wax, honey
                author: Ada Lovelace
                draft: true
                canonical: https://example.org/bees
                lang: en_GB
                image: /bees.png
                series: {slug: insects, title: Insects, position: 2}
                translationKey: bees-1
                ---
                Text.
                """);
        ArticleDocument document = imported.document();
        assertEquals(List.of(), imported.warnings());
        assertEquals("bees", document.slug());
        assertEquals("They fly.", document.summary());
        assertEquals(
                List.of(TopicRef.byName("Machine Learning"), TopicRef.bySlug("honey"), TopicRef.bySlug("wax")),
                document.topics());
        assertEquals(List.of(AuthorRef.byName("Ada Lovelace")), document.authors());
        assertEquals("en-GB", document.locale());
        assertEquals(new Hero("/bees.png", null, null, null, null), document.hero());
        assertEquals(new SeriesPlace("insects", "Insects", 2), document.series());
        assertEquals(new Seo(null, null, "https://example.org/bees", false), document.seo());
        assertEquals("bees-1", document.translationKey());
        assertEquals(Instant.parse("2024-05-01T00:00:00Z"), imported.publishedAt());
        assertEquals(Instant.parse("2024-05-02T08:00:00Z"), imported.updatedAt());
        assertTrue(imported.draft());
    }

    @Test
    void topicsAndAuthorsMayBeObjects() {
        ArticleDocument document = Importer.markdown("""
                ---
                topics:
                - {slug: ada, name: Ada, kind: person}
                authors:
                - {name: Bob, url: "https://example.org/bob"}
                ---
                """).document();
        assertEquals(List.of(new TopicRef("ada", "Ada", TopicKind.PERSON)), document.topics());
        assertEquals(List.of(new AuthorRef("bob", "Bob", "https://example.org/bob")), document.authors());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "layout: post",
                "slug: Not A Slug",
                "date: soon",
                "lang: klingon tongue",
                "draft: perhaps",
                "image: 'javascript:x'",
                "series: [1]",
                "seo: 5",
                "title: {a: b}"
            })
    void whatCantBeUsedIsNamedInAWarning(String member) {
        Imported imported = Importer.markdown("---\n" + member + "\n---\n# T\n");
        String name = member.substring(0, member.indexOf(':'));
        assertEquals(
                ImportWarning.FRONT_MATTER_IGNORED, imported.warnings().get(0).code());
        assertTrue(imported.warnings().get(0).detail().contains(name));
        assertEquals("T", imported.document().title());
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05-01, 2024-05-01T00:00:00Z",
        "2024-05-01 10:00:00, 2024-05-01T10:00:00Z",
        "2024-05-01T10:00:00+02:00, 2024-05-01T08:00:00Z",
        "2024-05-01 10:00:00 +0200, 2024-05-01T08:00:00Z"
    })
    void datesAreReadAsPeopleWriteThem(String written, String instant) {
        assertEquals(Instant.parse(instant), Times.read(written));
    }

    @Test
    void brokenFrontMatterStaysInTheText() {
        Imported imported = Importer.markdown("---\ntitle: [a\n---\n\nText.\n");
        assertEquals(
                ImportWarning.FRONT_MATTER_IGNORED, imported.warnings().get(0).code());
        assertTrue(AnyMarkdownTest.everything(imported.document()).contains("title: [a"));
    }

    @Test
    void aDividerAtTheStartIsNoFrontMatter() {
        assertEquals(
                List.of(), Importer.markdown("---\n\n# T\n\nText.\n\n---\n").warnings());
    }

    @Test
    void aliasesMadeToExhaustTheServerAreHarmless() {
        StringBuilder bomb = new StringBuilder("---\na0: &a0 [x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 12; i++) {
            String before = "*a" + (i - 1);
            bomb.append("a" + i + ": &a" + i + " [" + String.join(",", Collections.nCopies(9, before)) + "]\n");
        }
        assertEquals("T", Importer.markdown(bomb + "---\n# T\n").document().title());
    }
}
