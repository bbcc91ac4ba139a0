package dev.galley.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.galley.document.ArticleDocument;
import dev.galley.document.AuthorRef;
import dev.galley.document.Faq;
import dev.galley.document.Hero;
import dev.galley.document.Seo;
import dev.galley.document.Takeaway;
import dev.galley.document.TopicRef;
import dev.galley.document.block.Block;
import dev.galley.document.block.Code;
import dev.galley.document.block.Embed;
import dev.galley.document.block.Image;
import dev.galley.document.block.Paragraph;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports of WordPress: what becomes of posts and pages, and of files that are none. */
class WordPressExportTest {
    private static final String HEAD = """
            <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
              xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
              xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version>""";
    private static final String FOOT = "</channel></rss>";

    private final Path folder;

    WordPressExportTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void postsAndPagesAreArticlesAndOthersAreNot() {
        ReadArchive archive = example();
        assertEquals(List.of("post 123", "post 124"), archive.names());
        assertEquals(0, archive.failed().size());
    }

    @Test
    void aPostSaysWhatItIs() {
        Imported post = example().imported(0);
        ArticleDocument document = post.document();
        assertEquals("Pumps & valves", document.title());
        assertEquals("pumps-and-valves", document.slug());
        assertEquals("All about pumps.", document.summary());
        assertEquals(List.of(new AuthorRef("mill", "Milly Pumpwright", null)), document.authors());
        assertEquals(
                List.of(new TopicRef("water", "Water & Steam", null), new TopicRef("nasos", "насос", null)),
                document.topics());
        assertEquals(
                new Hero(
                        "https://pumps.example/wp-content/uploads/pump.jpg",
                        "A red pump",
                        "A pump, *drawn*",
                        null,
                        null),
                document.hero());
        assertEquals(new Seo(null, "Why pumps are loud.", "https://pumps.example/pumps/", false), document.seo());
        assertEquals(Instant.parse("2024-03-01T09:30:00Z"), post.publishedAt());
        assertEquals(Instant.parse("2024-04-02T08:00:00Z"), post.updatedAt());
        assertFalse(post.draft());
    }

    @Test
    void theBlocksOfAPostAreRead() {
        ArticleDocument document = example().imported(0).document();
        assertEquals(
                List.of(new Paragraph("A pump moves water, and [we](https://pumps.example/about/) know why.")),
                document.lead());
        assertEquals(1, document.sections().size());
        assertEquals("Parts", document.sections().get(0).heading());
        assertEquals("parts", document.sections().get(0).anchor());
        assertEquals(
                List.of(
                        new Code("", "pump.start();\npump[gallery].stop();", null, null, null),
                        new Embed("https://www.youtube.com/watch?v=p_u_m_p", "youtube", "A pump at work"),
                        new Image("https://pumps.example/one.jpg", "One", "The first"),
                        new Image("https://pumps.example/two.jpg", "Two", null),
                        new Paragraph("Both of them")),
                document.sections().get(0).blocks());
        assertEquals(
                List.of("Pumps are loud."),
                document.takeaways().stream().map(Takeaway::text).toList());
        assertEquals(List.of(new Faq("Is it loud?", List.of(new Paragraph("Yes.")))), document.faqs());
    }

    @Test
    void formerSlugsAreThoseThatCanBeSlugs() {
        assertEquals(List.of("pumps", "all-pumps"), example().items().get(0).formerSlugs());
    }

    @Test
    void whatIsLeftOutIsNamed() {
        assertEquals("""
                front-matter-ignored: "_yoast_wpseo_title" has variables that only Yoast can fill in: Pumps %%sep%% %%sitename%%
                front-matter-ignored: "_wp_old_slug" can be no slug here: %d0%bd
                html-dropped: Left out a block that only WordPress can fill in: latest-posts
                """, example().warnings(0));
    }

    @Test
    void aDraftWithoutDateOrSlugStaysOne() {
        Imported page = example().imported(1);
        assertTrue(page.draft());
        assertNull(page.publishedAt());
        assertEquals("A draft", page.document().title());
        assertEquals("", page.document().slug());
        assertEquals(List.of(AuthorRef.byName("Val & Sons")), page.document().authors());
        assertEquals(List.of(), page.warnings());
    }

    @ParameterizedTest
    @CsvSource({"publish, false", "future, false", "draft, true", "pending, true", "private, true"})
    void onlyWhatIsPublicOrWillBeIsNoDraft(String status, boolean draft) {
        ReadArchive archive = read(post(
                "Pumps",
                "",
                "<wp:status>" + status + "</wp:status>" + "<wp:post_date_gmt>2099-01-01 00:00:00</wp:post_date_gmt>"));
        assertEquals(draft, archive.imported(0).draft());
        assertEquals(Instant.parse("2099-01-01T00:00:00Z"), archive.imported(0).publishedAt());
    }

    @Test
    void whatAPasswordProtectsIsADraft() {
        ReadArchive archive =
                read(post("Pumps", "", "<wp:status>publish</wp:status><wp:post_password>open</wp:post_password>"));
        assertTrue(archive.imported(0).draft());
        assertEquals("not-published: The post is protected by a password, so it is a draft.\n", archive.warnings(0));
    }

    @Test
    void slugsAreMadeValidAndGivenOnce() {
        ReadArchive archive = read(Stream.of("%e6%b0%b4", "team", "team", "Team_Two", "%", "a%ZZb")
                .map(slug -> post("Pumps", "", "<wp:post_name>" + slug + "</wp:post_name>"))
                .reduce("", String::concat));
        assertEquals(
                List.of("shui", "team", "post-1-team", "team-two", "post-1", "a-zzb"),
                archive.items().stream()
                        .map(item -> item.imported().document().slug())
                        .toList());
        assertEquals("front-matter-ignored: \"slug\" can't be \"%\" here and became \"post-1\"\n", archive.warnings(4));
    }

    @Test
    void anAuthorsAddressIsNotPublished() {
        ReadArchive archive = read(post("Pumps", "", "<dc:creator>ada@pumps.example</dc:creator>")
                + post("Pumps", "", "<dc:creator>unknown</dc:creator>"));
        assertEquals(List.of(), archive.imported(0).document().authors());
        assertEquals("front-matter-ignored: \"dc:creator\" is an e-mail address without a name\n", archive.warnings(0));
        assertEquals(
                List.of(new AuthorRef("unknown", "unknown", null)),
                archive.imported(1).document().authors());
    }

    @Test
    void aPictureThatTheFileDoesNotHoldIsNamed() {
        ReadArchive archive = read(post("Pumps", "", """
                <wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>9</wp:meta_value></wp:postmeta>"""));
        assertNull(archive.imported(0).document().hero());
        assertEquals(
                "front-matter-ignored: \"_thumbnail_id\" names a picture that the file doesn't hold: 9\n",
                archive.warnings(0));
    }

    @Test
    void anItemWithoutTitleIsNamedByItsText() {
        ReadArchive archive = read(post("", "A pump moves water. It is loud.", ""));
        assertEquals("A pump moves water.", archive.imported(0).document().title());
        assertTrue(archive.warnings(0).startsWith("title-guessed: "));
    }

    @Test
    void theClassicEditorsLinesAreKept() {
        assertEquals(
                List.of(
                        new Paragraph("One\\\ntwo."),
                        new Paragraph("*Three*\\\nfour."),
                        new Image("https://pumps.example/p.png", null, null),
                        new Paragraph("Five.")),
                classic("One\ntwo.\n\n<em>Three</em><br />\nfour.\n<img src=\"/p.png\">\nFive.\n"));
    }

    @Test
    void whatStandsToTheLetterKeepsItsLines() {
        assertEquals(
                List.of(new Code("", "a\n\nb [gallery]", null, null, null)), classic("<pre>a\n\nb [gallery]</pre>\n"));
    }

    @Test
    void aKnownAddressAloneOnItsLineIsShown() {
        assertEquals(
                List.of(
                        new Paragraph("Look:"),
                        new Embed("https://youtu.be/p_u_m_p", "youtube", null),
                        new Paragraph("and https://youtu.be/abc")),
                classic("Look:\nhttps://youtu.be/p_u_m_p\nand https://youtu.be/abc"));
    }

    @Test
    void aCaptionBelongsToItsPicture() {
        assertEquals(
                List.of(new Image("", "https://pumps.example/p.png", "A pump", "A *red* pump", 300, null)),
                classic(
                        "[caption id=\"a_1\" align=\"left\" width=\"300\"]<a href=\"/p.png\"><img src=\"/p.png\" alt=\"A"
                                + " pump\" width=\"300\" /></a> A <em>red</em> pump[/caption]"));
    }

    @Test
    void shortcodesOfWordPressBecomeWhatTheyShow() {
        assertEquals(
                List.of(
                        new Code("", "if (a < b) {\n}", "java", null, null),
                        new Embed("https://vimeo.com/12", "vimeo", null),
                        new Embed("https://pumps.example/p.mp4", null, null)),
                classic("[sourcecode language=\"java\"]\nif (a &lt; b) {\n}\n[/sourcecode]\n"
                        + "[embed width=\"100\"]https://vimeo.com/12[/embed]\n"
                        + "[video mp4=\"https://pumps.example/p.mp4\"][/video]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[gallery ids=\"1,2\"]",
                "[gallery]",
                "[rev_slider alias=\"home\"]",
                "[contact-form-7 id=\"1\" title='Ask \"us\"']",
                "[ads /]",
                "[signup]"
            })
    void othersAreNamedInAWarningAndNoText(String shortcode) {
        ReadArchive archive = read(post("Pumps", "Before.\n\n" + shortcode + "\n\nAfter.", ""));
        assertEquals(
                List.of(new Paragraph("Before."), new Paragraph("After.")),
                archive.imported(0).document().lead());
        assertTrue(archive.warnings(0).startsWith("html-dropped: Left out the shortcode ["), archive.warnings(0));
    }

    @Test
    void theWordsInsideShortcodesStay() {
        ReadArchive archive = read(post("Pumps", "[box color=\"red\"]Very <b>loud</b>[/box] and [u]blue[/u].", ""));
        assertEquals(
                List.of(new Paragraph("Very **loud** and blue.")),
                archive.imported(0).document().lead());
        assertEquals("""
                html-dropped: Left out the shortcode [box color="red"]
                html-dropped: Left out the shortcode [u]
                """, archive.warnings(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "He sayd [sic] so.",
                "See [1] and [Figure 2].",
                "Take list[old_key] or [not this].",
                "[the editors] say no.",
                "An end [/b] alone."
            })
    void bracketsInProseAreText(String prose) {
        ReadArchive archive = read(post("Pumps", prose, ""));
        assertEquals(prose, ReadWords.of(archive.imported(0)).substring("Pumps ".length()));
        assertEquals(List.of(), archive.imported(0).warnings());
    }

    @Test
    void aDoubledBracketIsABracket() {
        ReadArchive archive = read(post("Pumps", "Write [[gallery]] here.", ""));
        assertEquals("Pumps Write [gallery] here.", ReadWords.of(archive.imported(0)));
    }

    @Test
    void controlCharactersStopNothing() {
        ReadArchive archive = read(post("Pu\u0008mps", "Lo\u000Bud.", ""));
        assertEquals("Pu\uFFFDmps", archive.imported(0).document().title());
        assertEquals("charset-replaced: Characters that are no text stand as U+FFFD\n", archive.warnings(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "UTF-16"})
    void theDeclaredCharsetCounts(String charset) {
        String xml = "<?xml version=\"1.0\" encoding=\"" + charset + "\"?>" + HEAD + post("Größe", "", "") + FOOT;
        ReadArchive archive =
                ReadArchive.of(WordPressExport::read, ReadArchive.file(folder, xml.getBytes(Charset.forName(charset))));
        assertEquals("Größe", archive.imported(0).document().title());
    }

    @Test
    void anOlderVersionIsReadAsWell() {
        String xml = (HEAD + post("Pumps", "Loud.", "") + FOOT).replace("/export/1.2/", "/export/1.0/");
        ReadArchive archive = ReadArchive.of(WordPressExport::read, file(xml));
        assertEquals(
                List.of(new Paragraph("Loud.")), archive.imported(0).document().lead());
    }

    /** With the limit that newer JDKs have by default. */
    @Test
    void referencesToCharactersAreNotCounted() {
        System.setProperty("jdk.xml.totalEntitySizeLimit", "1000");
        System.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "1000");
        try {
            String title = "<title>" + "&amp;&lt;&#65;".repeat(1_000) + "</title>";
            ReadArchive archive = read(post("Pumps", "", "").replace("<title>Pumps</title>", title));
            assertEquals(1, archive.items().size());
        } finally {
            System.clearProperty("jdk.xml.totalEntitySizeLimit");
            System.clearProperty("jdk.xml.maxGeneralEntitySizeLimit");
        }
    }

    @Test
    void anItemThatIsTooLongFailsAlone() {
        ReadArchive archive = read(post("Pumps", "x".repeat(20_000_001), "") + post("Valves", "", ""));
        assertEquals(
                List.of("Valves"),
                archive.items().stream()
                        .map(item -> item.imported().document().title())
                        .toList());
        assertEquals(List.of("post 1"), List.copyOf(archive.failed().keySet()));
    }

    @Test
    void whatTheReceiverThrowsIsNoFailureOfTheItem() {
        Path file = file(HEAD + post("Pumps", "", "") + FOOT);
        assertThrows(
                IllegalStateException.class,
                () -> WordPressExport.read(
                        file,
                        item -> {
                            throw new IllegalStateException("full");
                        },
                        (name, why) -> {}));
    }

    static Stream<Arguments> refused() {
        String laughs = "<!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">]>";
        String outside = "<!DOCTYPE rss [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>";
        return Stream.of(
                Arguments.of("", "not well-formed XML"),
                Arguments.of("   \n", "not well-formed XML"),
                Arguments.of("Hello", "not well-formed XML"),
                Arguments.of("<html></html>", "no WordPress export"),
                Arguments.of("<rss><channel><item><title>News</title></item></channel></rss>", "no WordPress export"),
                Arguments.of(HEAD + post("Pumps", "", ""), "not well-formed XML"),
                Arguments.of(HEAD + post("Pumps", "", "") + "<item><title>Val", "not well-formed XML"),
                Arguments.of(HEAD + "<item><title>&nbsp;</title></item>" + FOOT, "not well-formed XML"),
                Arguments.of("<?xml version='1.0' encoding='klingon'?><rss/>", "charset"),
                Arguments.of("<!DOCTYPE rss>" + HEAD + FOOT, "DOCTYPE"),
                Arguments.of(laughs + HEAD + post("&d;", "", "") + FOOT, "DOCTYPE"),
                Arguments.of(outside + HEAD + post("&a;", "", "") + FOOT, "DOCTYPE"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aFileThatIsNoneIsRefusedWithAReason(String xml, String why) {
        String refusal = assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> ReadArchive.refusal(WordPressExport::read, file(xml)));
        assertTrue(refusal.contains(why), refusal);
    }

    @Test
    void aFileInAnotherCharsetIsRefused() {
        byte[] latin = (HEAD + post("Größe", "", "") + FOOT).getBytes(StandardCharsets.ISO_8859_1);
        String refusal = ReadArchive.refusal(WordPressExport::read, ReadArchive.file(folder, latin));
        assertTrue(refusal.contains("charset"), refusal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[caption]", "[[", "[a ", "<pre>", "<!--", "[a=\"", "\n", "[code]", "[x y=1]", "<b>a\n"})
    void hostileContentTakesNoLongTime(String piece) {
        String content = piece.repeat(300_000 / piece.length());
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> read(post("Pumps", content, "")));
    }

    private ReadArchive example() {
        return ReadArchive.of(WordPressExport::read, ReadArchive.fixture("wordpress.xml"));
    }

    private ReadArchive read(String items) {
        return ReadArchive.of(WordPressExport::read, file(HEAD + items + FOOT));
    }

    private List<Block> classic(String content) {
        return read(post("Pumps", content, "")).imported(0).document().lead();
    }

    private Path file(String xml) {
        return ReadArchive.file(folder, xml.getBytes(StandardCharsets.UTF_8));
    }

    private static String post(String title, String content, String more) {
        return "<item><title>" + title + "</title><link>https://pumps.example/pumps/</link><content:encoded><![CDATA["
                + content + "]]></content:encoded><wp:post_id>1</wp:post_id><wp:post_type>post</wp:post_type>" + more
                + "</item>";
    }
}
