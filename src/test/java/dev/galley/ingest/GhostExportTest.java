package dev.galley.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.galley.document.ArticleDocument;
import dev.galley.document.AuthorRef;
import dev.galley.document.Faq;
import dev.galley.document.Hero;
import dev.galley.document.Seo;
import dev.galley.document.TopicRef;
import dev.galley.document.block.Callout;
import dev.galley.document.block.Embed;
import dev.galley.document.block.Image;
import dev.galley.document.block.Paragraph;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports of Ghost: what becomes of posts and pages, and of files that are none. */
class GhostExportTest {
    private final Path folder;

    GhostExportTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void eachPostIsAnArticle() {
        ReadArchive archive = example();
        assertEquals(
                List.of(
                        "post 65a000000000000000000001",
                        "post 65a000000000000000000002",
                        "post 65a000000000000000000003",
                        "post 65a000000000000000000004"),
                archive.names());
        assertEquals(0, archive.failed().size());
        assertEquals(List.of(), archive.items().get(0).formerSlugs());
    }

    @Test
    void aPostSaysWhatItIs() {
        Imported post = example().imported(0);
        ArticleDocument document = post.document();
        assertEquals("Valves & taps", document.title());
        assertEquals("valves-and-taps", document.slug());
        assertEquals("How valves work.", document.summary());
        assertEquals(
                List.of(
                        new AuthorRef("milly", "Milly Pumpwright", "https://milly.example/"),
                        new AuthorRef("val", "Val Turner", null)),
                document.authors());
        assertEquals(
                List.of(new TopicRef("water", "Water", null), new TopicRef("steam", "Steam", null)), document.topics());
        assertEquals(
                new Hero(
                        "/content/images/hero.jpg",
                        "A brass valve",
                        "Seen by [Photos](https://photos.example/)",
                        null,
                        null),
                document.hero());
        assertEquals(new Seo("Valves", "All of them.", "https://valves.example/valves/", false), document.seo());
        assertEquals(Instant.parse("2024-01-02T03:04:05Z"), post.publishedAt());
        assertEquals(Instant.parse("2024-02-03T04:05:06Z"), post.updatedAt());
        assertFalse(post.draft());
    }

    @Test
    void theCardsOfAPostAreRead() {
        ArticleDocument document = example().imported(0).document();
        assertEquals(
                List.of(
                        new Paragraph("A valve lets [water](/pumps/) through."),
                        new Image("/content/images/v.png", "A valve", null),
                        new Callout(Callout.Kind.INSIGHT, null, List.of(new Paragraph("Close it **slowly**.")))),
                document.lead());
        assertEquals(List.of(), document.sections());
        assertEquals(List.of(new Faq("Is it loud?", List.of(new Paragraph("No.")))), document.faqs());
    }

    @Test
    void whatOnlyAScriptGivesAMeaningIsNoText() {
        ReadArchive archive = read("""
                {"data": {"posts": [{"id": 1, "title": "Taps", "html": "\
                <div class='kg-card kg-audio-card'><img class='kg-audio-thumbnail' src='https://valves.example/a.png'>\
                <div class='kg-audio-player-container'><audio src='https://valves.example/a.mp3'></audio>\
                <div class='kg-audio-title'>Drip</div><div class='kg-audio-player'><span>0:00</span></div></div></div>\
                <figure class='kg-card kg-bookmark-card'><a href='https://taps.example/'><div>Taps</div>\
                <div class='kg-bookmark-metadata'>Val</div></a></figure>"}]}}""");
        assertEquals(
                List.of(
                        new Embed("https://valves.example/a.mp3", null, null),
                        new Paragraph("Drip"),
                        new Paragraph("[Taps](https://taps.example/)")),
                archive.imported(0).document().lead());
    }

    @Test
    void whatIsLeftOutOrChangedIsNamedOnce() {
        assertEquals("""
                front-matter-ignored: "tag" names one that the file doesn't hold
                link-unresolved: Addresses of the site itself, __GHOST_URL__ in the export, became relative to the site
                front-matter-ignored: "og_image" has no place beside the feature image: /content/images/og.jpg
                link-unresolved: Relative links stay as they are, since the page's own address isn't known.
                """, example().warnings(0));
    }

    @Test
    void plainTextStandsInForHtml() {
        ReadArchive archive = example();
        assertEquals("Only plain", archive.imported(1).document().title());
        assertEquals(
                List.of(new Paragraph("Plain words."), new Paragraph("More of them.")),
                archive.imported(1).document().lead());
        assertTrue(archive.imported(1).draft());
        assertNull(archive.imported(1).publishedAt());
        assertEquals("block-converted: The post has no HTML: its plain text was read\n", archive.warnings(1));
    }

    @Test
    void aTextInGhostsOwnFormAloneIsNamed() {
        ReadArchive archive = example();
        assertEquals(List.of(), archive.imported(2).document().lead());
        assertFalse(archive.imported(2).draft());
        assertEquals(Instant.parse("2099-01-01T00:00:00Z"), archive.imported(2).publishedAt());
        assertEquals(
                "html-dropped: The post holds its text in the form \"lexical\" alone, which can't be read\n",
                archive.warnings(2));
    }

    @Test
    void whatIsForMembersIsADraft() {
        ReadArchive archive = example();
        assertTrue(archive.imported(3).draft());
        assertEquals("not-published: The post is for \"members\" only, so it is a draft.\n", archive.warnings(3));
    }

    @ParameterizedTest
    @CsvSource({"published, false", "scheduled, false", "sent, false", "draft, true", "'', true"})
    void onlyWhatIsPublicOrWillBeIsNoDraft(String status, boolean draft) {
        ReadArchive archive = read("{\"data\": {\"posts\": [{\"id\": 1, \"status\": \"" + status + "\"}]}}");
        assertEquals(draft, archive.imported(0).draft());
        assertEquals("Untitled", archive.imported(0).document().title());
    }

    @Test
    void theOlderFormIsRead() {
        ReadArchive archive = read("""
                {"meta": {"version": "003"}, "data": {
                  "posts": [{"id": 7, "title": "Taps", "slug": "Taps!", "html": "<p>Drip.</p>", "image": "/taps.png",
                             "meta_title": "All taps", "status": "published", "author_id": 2,
                             "published_at": 1400000000000, "updated_at": "soon"}],
                  "users": [{"id": 2, "name": "Val Turner", "slug": "val"}],
                  "tags": [{"id": 3, "name": "Water", "slug": "water"}],
                  "posts_tags": [{"post_id": 7, "tag_id": 3}]}}""");
        Imported post = archive.imported(0);
        assertEquals("taps", post.document().slug());
        assertEquals(
                List.of(new AuthorRef("val", "Val Turner", null)),
                post.document().authors());
        assertEquals(
                List.of(new TopicRef("water", "Water", null)), post.document().topics());
        assertEquals(
                new Hero("/taps.png", null, null, null, null), post.document().hero());
        assertEquals("All taps", post.document().seo().title());
        assertEquals(Instant.parse("2014-05-13T16:53:20Z"), post.publishedAt());
        assertEquals("""
                front-matter-ignored: "slug" can't be "Taps!" here and became "taps"
                front-matter-ignored: "updated_at" is no date: soon
                """, archive.warnings(0));
    }

    @Test
    void thePictureForSocialMediaStandsInForTheOther() {
        ReadArchive archive = read("""
                {"data": {"posts": [{"id": 1, "title": "Taps", "og_image": "https://valves.example/og.png"}]}}""");
        assertEquals(
                new Hero("https://valves.example/og.png", null, null, null, null),
                archive.imported(0).document().hero());
    }

    @Test
    void charactersThatAreNoTextAreReplaced() {
        ReadArchive archive = read("{\"data\": {\"posts\": [{\"id\": 1, \"title\": \"T\\u0000a\\ud800ps\"}]}}");
        assertEquals("T\uFFFDa\uFFFDps", archive.imported(0).document().title());
        assertEquals("charset-replaced: Characters that are no text became U+FFFD\n", archive.warnings(0));
    }

    @Test
    void valuesOfOtherTypesAreNoValues() {
        ReadArchive archive = read("""
                {"data": {"posts": [{"id": {}, "title": ["a"], "slug": {}, "html": [], "published_at": {}, "tags": 1}, 5,
                                    {"id": 2, "title": 12, "feature_image": "javascript:alert(1)"}],
                          "tags": 3, "users": [[]], "posts_tags": [{}], "posts_meta": [{"post_id": "2"}]}}""");
        assertEquals(List.of("post ", "post 2"), archive.names());
        assertEquals("12", archive.imported(1).document().title());
        assertNull(archive.imported(1).document().hero());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | no Ghost export",
                "[] | no Ghost export",
                "12 | no Ghost export",
                "{} | no Ghost export",
                "{\"db\": []} | no Ghost export",
                "{\"db\": [{\"data\": {\"posts\": {}}}]} | no Ghost export",
                "{\"title\": \"Taps\"} | no Ghost export",
                "{\"data\": {\"posts\": [{\"id\": 1}, {\"id\": | not JSON",
                "{\"data\": {\"posts\": [{\"id\": 1}] | not JSON",
                "<rss/> | not JSON"
            })
    void aFileThatIsNoneIsRefusedWithAReason(String json, String why) {
        String refusal = ReadArchive.refusal(GhostExport::read, file(json));
        assertTrue(refusal.contains(why), refusal);
    }

    @Test
    void aFileInAnotherCharsetIsRefused() {
        byte[] latin = "{\"data\": {\"users\": [{\"name\": \"Größe\"}], \"posts\": [{\"id\": 1}]}}"
                .getBytes(StandardCharsets.ISO_8859_1);
        String refusal = ReadArchive.refusal(GhostExport::read, ReadArchive.file(folder, latin));
        assertTrue(refusal.contains("not JSON"), refusal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"db\": [", "{\"meta\": {}, \"data\": {\"posts\": []}}"})
    void anExportIsKnownByItsFirstMembers(String json) {
        assertTrue(GhostExport.isOne(json.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"title\": \"Pumps\"}", "{\"data\": [], \"db\": {}}", "{\"a\"", "# Pumps"})
    void anArticleIsNoExport(String json) {
        assertFalse(GhostExport.isOne(json.getBytes(StandardCharsets.UTF_8)));
    }

    private ReadArchive example() {
        return ReadArchive.of(GhostExport::read, ReadArchive.fixture("ghost.json"));
    }

    private ReadArchive read(String json) {
        return ReadArchive.of(GhostExport::read, file(json));
    }

    private Path file(String json) {
        return ReadArchive.file(folder, json.getBytes(StandardCharsets.UTF_8));
    }
}
