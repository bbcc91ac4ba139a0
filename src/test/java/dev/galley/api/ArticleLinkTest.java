package dev.galley.api;

import static dev.galley.api.Documents.array;
import static dev.galley.api.Documents.callout;
import static dev.galley.api.Documents.json;
import static dev.galley.api.Documents.minimal;
import static dev.galley.api.Documents.paragraph;
import static dev.galley.api.Documents.quote;
import static dev.galley.api.Documents.withLead;
import static dev.galley.api.Documents.word;
import static dev.galley.api.Editor.article;
import static dev.galley.api.Editor.delivered;
import static dev.galley.api.Editor.imported;
import static dev.galley.api.Editor.patched;
import static dev.galley.api.Editor.post;
import static dev.galley.api.Editor.publish;
import static dev.galley.api.Editor.published;
import static dev.galley.api.Editor.purge;
import static dev.galley.api.Editor.read;
import static dev.galley.api.Editor.restore;
import static dev.galley.api.Editor.trash;
import static dev.galley.api.Editor.unpublish;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.galley.api.Editor.Draft;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A link to an article is there for readers exactly while that article is. */
@ApiTest
class ArticleLinkTest {
    @Inject
    ChangeLog changes;

    // There with its target, and gone with it

    @Test
    void aLinkToADraftIsItsWordsUntilTheDraftIsPublic() {
        Draft target = post(minimal().put("slug", word()));
        Draft linking = published(linkingEverywhere("article:" + target.slug()));
        assertNowhere(target.slug(), linking);

        publish(target);
        String page = article(target).at("/links/html").asText();
        assertEquals(12, occurrences(page, article(linking).toString()));
        for (String path : answers(linking)) {
            assertTrue(answer(path).contains(page), path);
        }

        unpublish(target);
        assertNowhere(target.slug(), linking);
    }

    @Test
    void theWordsStayWhereTheLinkGoes() {
        Draft target = post(minimal());
        Draft linking = published(withLead(paragraph("Read *all of* [the **tide** tables](article:" + target.id()
                + " \"Soon\") before 1 < 2, or [none](https://example.org/).")));
        assertEquals("Read *all of* the **tide** tables before 1 < 2, or [none](https://example.org/).", lead(linking));
        publish(target);
        assertTrue(lead(linking).startsWith("Read *all of* [the **tide** tables](http"), lead(linking));
    }

    @Test
    void theDraftKeepsTheLinkAsItWasWritten() {
        Draft target = post(minimal());
        ObjectNode document = linkingEverywhere("article:" + target.slug());
        Draft linking = published(document);
        Documents.assertHolds(document, read(linking).json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"trash", "purge"})
    void aLinkGoesWithATargetThatIsThrownAway(String how) {
        Draft target = published(minimal());
        Draft linking = published(linking("article:" + target.id()));
        assertTrue(isLink(linking));
        (how.equals("trash") ? trash(target) : purge(target)).then().statusCode(204);
        assertFalse(isLink(linking));
    }

    @Test
    void aTargetThatComesBackFromTheTrashIsALinkWhenItIsPublishedAgain() {
        Draft target = published(minimal());
        Draft linking = published(linking("article:" + target.id()));
        trash(target);
        restore(target);
        assertFalse(isLink(linking));
        publish(target);
        assertTrue(isLink(linking));
    }

    @Test
    void anArticleThatLinksToItselfDoesSoOnceItIsPublic() {
        String slug = word();
        Draft draft = published(linking("article:" + slug + "#part").put("slug", slug));
        assertTrue(lead(draft).endsWith("/v1/articles/" + slug + ".html#part)."), lead(draft));
    }

    // How it is written

    @Test
    void galleysOwnFormIsWrittenAsThePublicAddressWithItsAnchor() {
        Draft target = published(minimal());
        Draft linking = published(linking("article:" + target.id() + "#moon"));
        String page = article(target).at("/links/html").asText();
        assertEquals("See [the tables](" + page + "#moon).", lead(linking));
        String html = delivered("/v1/articles/" + linking.id() + "?text=html")
                .at("/lead/0/text")
                .asText();
        assertEquals("See <a href=\"" + page + "#moon\">the tables</a>.", html);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/articles/%",
                "/v1/articles/%#moon",
                "/v1/articles/%.html",
                "/v1/articles/%.md?locale=en#moon",
                "/v1/articles/%/sections",
                "BASE/v1/articles/%"
            })
    void aPathStaysAsItIsWritten(String form) {
        Draft target = post(minimal().put("slug", word()));
        String destination = form.replace("%", target.slug()).replace("BASE", base());
        Draft linking = published(linking(destination));
        assertEquals("See the tables.", lead(linking));
        publish(target);
        assertEquals("See [the tables](" + destination + ").", lead(linking));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/v1/articles/%",
                "//elsewhere.example/v1/articles/%",
                "/other/v1/articles/%",
                "/v1/articles",
                "/v1/articles/",
                "/v1/articles/Not_A_Slug",
                "/v1/articles?topic=%",
                "articles/%",
                "mailto:%@example.org",
                "#%"
            })
    void aLinkToSomethingElseIsLeftAlone(String form) {
        String destination = form.replace("%", word());
        assertEquals("See [the tables](" + destination + ").", lead(published(linking(destination))));
    }

    @Test
    void aLinkThatIsNothingButItsAddressTellsNothingOfADraft() {
        Draft target = post(minimal().put("slug", word()));
        Draft linking = published(withLead(paragraph(
                "See <article:" + target.slug() + "> or <" + base() + "/v1/articles/" + target.slug() + ">.")));
        assertEquals("See or .", lead(linking).replace("  ", " "));
        publish(target);
        String page = article(target).at("/links/html").asText();
        assertTrue(lead(linking).startsWith("See [" + page + "](" + page + ") or "), lead(linking));
    }

    @Test
    void anImageThatLeadsToADraftTellsNothingOfIt() {
        Draft target = post(minimal().put("slug", word()));
        Draft linking = published(withLead(paragraph("See ![a picture](article:" + target.slug() + ").")));
        assertEquals("See a picture.", lead(linking));
        assertNowhere(target.slug(), linking);
    }

    @ParameterizedTest
    @ValueSource(strings = {"article:%", "ARTICLE:%", "article&#58;%", "article\\:%", "&sol;v1/articles/%"})
    void noSpellingHidesALink(String form) {
        Draft target = post(minimal().put("slug", word()));
        Draft linking = published(linking(form.replace("%", target.slug())));
        assertEquals("See the tables.", lead(linking));
    }

    // Which article it means

    @Test
    void aLinkByIdSurvivesARename() {
        Draft target = published(minimal());
        Draft linking = published(linking("article:" + target.id()));
        String renamed = renamed(target);
        assertTrue(lead(linking).contains("/v1/articles/" + renamed + ".html"), lead(linking));
    }

    @Test
    void aLinkByAnOldSlugLeadsToTheNewOne() {
        Draft target = published(minimal());
        Draft linking = published(linking("article:" + target.slug()));
        String renamed = renamed(target);
        assertTrue(lead(linking).contains("/v1/articles/" + renamed + ".html"), lead(linking));
    }

    @Test
    void aLinkByASlugThatIsTakenAgainLeadsToItsNewHolder() {
        Draft target = published(minimal());
        Draft linking = published(linking("article:" + target.slug()));
        renamed(target);
        published(minimal().put("slug", target.slug()));
        assertTrue(lead(linking).contains("/v1/articles/" + target.slug() + ".html"), lead(linking));
    }

    @Test
    void ofASlugInSeveralLocalesItMeansTheNearest() {
        String slug = word();
        published(minimal().put("slug", slug).put("locale", "fr"));
        Draft german = published(minimal().put("slug", slug).put("locale", "de"));
        Draft swiss = published(linking("article:" + slug).put("locale", "de-CH"));
        Draft italian = published(linking("article:" + slug).put("locale", "it"));
        assertTrue(lead(swiss).contains("/v1/articles/" + slug + ".html?locale=de"), lead(swiss));
        published(minimal().put("slug", slug));
        assertTrue(lead(italian).contains("/v1/articles/" + slug + ".html)"), lead(italian));
        unpublish(german);
        assertTrue(lead(swiss).contains("/v1/articles/" + slug + ".html)"), lead(swiss));
    }

    // Importers

    @Test
    void importersKeepGalleysOwnForm() {
        Draft target = published(minimal());
        String destination = "article:" + target.id() + "#moon";
        Draft markdown = imported("text/markdown", "# Tides\n\nSee [the tables](" + destination + ").");
        Draft html = imported(
                "text/html",
                "<article><h1>Tides</h1><p>See <a href=\"" + destination + "\">the tables</a>.</p></article>");
        assertEquals("See [the tables](" + destination + ").", markdown.at("/lead/0/text"));
        assertEquals("See [the tables](" + destination + ").", html.at("/lead/0/text"));
    }

    // The change log

    @Test
    void whatLinksToAnArticleIsUpdatedWithIt() {
        Draft target = post(minimal());
        Draft byId = published(linking("article:" + target.id()));
        Draft bySlug = published(linking("/v1/articles/" + target.slug()));
        Draft other = published(linking("article:" + byId.id()));
        assertEquals(List.of("ARTICLE_PUBLISHED 1"), changes.of(byId));

        publish(target);
        publish(patched(read(target), "{\"summary\": \"New\"}"));
        assertEquals(List.of("ARTICLE_PUBLISHED 1", "ARTICLE_UPDATED 1"), changes.of(byId));
        assertEquals(List.of("ARTICLE_PUBLISHED 1", "ARTICLE_UPDATED 1"), changes.of(bySlug));

        renamed(target);
        unpublish(target);
        List<String> four =
                List.of("ARTICLE_PUBLISHED 1", "ARTICLE_UPDATED 1", "ARTICLE_UPDATED 1", "ARTICLE_UPDATED 1");
        assertEquals(four, changes.of(byId));
        assertEquals(four, changes.of(bySlug));
        assertEquals(List.of("ARTICLE_PUBLISHED 1"), changes.of(other));
    }

    @Test
    void whatLinksNoMoreIsNotUpdated() {
        Draft target = post(minimal());
        Draft linking = published(linking("article:" + target.id()));
        publish(patched(read(linking), "{\"lead\": []}"));
        publish(target);
        assertEquals(List.of("ARTICLE_PUBLISHED 1", "ARTICLE_UPDATED 2"), changes.of(linking));
    }

    @Test
    void itsOwnVersionAndDateStay() {
        Draft target = post(minimal());
        Draft linking = published(linking("article:" + target.id()));
        var before = article(linking);
        publish(target);
        assertEquals(before.path("version"), article(linking).path("version"));
        assertEquals(before.path("updatedAt"), article(linking).path("updatedAt"));
    }

    @Test
    void manyAtOnceThatLinkToEachOtherAreAllPublished() {
        List<Draft> drafts = java.util.stream.IntStream.range(0, 6)
                .mapToObj(i -> post(minimal()))
                .toList();
        drafts.forEach(draft -> patched(
                draft,
                "{\"lead\": "
                        + array(drafts.stream()
                                .map(other -> paragraph("[x](article:" + other.id() + ")"))
                                .toArray(ObjectNode[]::new))
                        + "}"));
        Concurrently.each(6, i -> publish(drafts.get(i)));
        for (Draft draft : drafts) {
            assertEquals(6, occurrences("](http", article(draft).path("lead").toString()));
        }
    }

    private static ObjectNode linking(String destination) {
        return withLead(paragraph("See [the tables](" + destination + ")."));
    }

    /** Twelve times: in every member that can hold a link. */
    private static ObjectNode linkingEverywhere(String destination) {
        String text = "See [the tables](" + destination + ").";
        ObjectNode document = minimal();
        document.set("hero", json("{'url': '/a.png', 'alt': ''}").put("caption", text));
        document.set(
                "lead",
                array(
                        paragraph(text),
                        callout(paragraph(text)),
                        quote(paragraph("Words.")).put("attribution", text),
                        json("{'type': 'code', 'code': 'c', 'language': 'c'}").put("caption", text)));
        ObjectNode section = json("{'heading': 'Tables'}");
        ObjectNode list = json("{'type': 'list', 'items': [{'text': 'T'}]}".replace("T", text));
        ((ObjectNode) list.at("/items/0")).set("blocks", array(paragraph(text)));
        section.set(
                "blocks",
                array(
                        list,
                        json("{'type': 'table', 'head': ['T'], 'rows': [['T']]}".replace("T", text)),
                        json("{'type': 'image', 'url': '/b.png', 'alt': ''}").put("caption", text)));
        document.set("sections", array(section));
        document.set("takeaways", array(json("{}").put("text", text)));
        ObjectNode faq = json("{'question': 'Where?'}");
        faq.set("answer", array(paragraph(text)));
        document.set("faqs", array(faq));
        return document;
    }

    private static List<String> answers(Draft draft) {
        String one = "/v1/articles/" + draft.id();
        String of = "?article=" + draft.id();
        return List.of(
                one,
                one + "?text=html",
                one + "/sections",
                one + "/sections?tree=true",
                one + "/sections/tables?text=html",
                one + "/takeaways",
                one + "/faqs",
                one + ".md",
                one + ".html",
                one + ".jsonld",
                "/v1/sections" + of,
                "/v1/sections" + of + "&text=html",
                "/v1/takeaways" + of,
                "/v1/faqs" + of);
    }

    private static void assertNowhere(String secret, Draft linking) {
        for (String path : answers(linking)) {
            if (!path.contains("/sections/")) {
                assertFalse(answer(path).contains(secret), path);
            }
        }
        for (String rest : List.of("?text=plain", ".txt")) {
            assertFalse(answer("/v1/articles/" + linking.id() + rest).contains(secret), rest);
        }
        assertFalse(answer("/v1/articles?limit=100").contains(secret));
    }

    private static String answer(String path) {
        return given().get(path).then().statusCode(200).extract().asString();
    }

    private static String lead(Draft draft) {
        return article(draft).at("/lead/0/text").asText();
    }

    private static boolean isLink(Draft draft) {
        return lead(draft).contains("](");
    }

    private static int occurrences(String needle, String text) {
        return text.split(java.util.regex.Pattern.quote(needle), -1).length - 1;
    }

    private static String base() {
        return RestAssured.baseURI + ":" + RestAssured.port;
    }

    /** Publishes it under another slug. */
    private static String renamed(Draft draft) {
        String slug = word();
        patched(read(draft), "{\"slug\": \"" + slug + "\"}");
        publish(draft);
        return slug;
    }
}
