package dev.galley.document.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.galley.document.ArticleDocument;
import dev.galley.document.BlockEdits;
import dev.galley.document.Section;
import dev.galley.document.SectionEdits;
import dev.galley.document.Takeaway;
import dev.galley.document.block.Block;
import dev.galley.document.block.Callout;
import dev.galley.document.block.Divider;
import dev.galley.document.block.ListBlock;
import dev.galley.document.block.ListBlock.Item;
import dev.galley.document.block.Paragraph;
import dev.galley.document.diff.WordChange.Op;
import dev.galley.platform.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentDiffTest {
    private static final int PAIRS = 2_000;

    @Test
    void aDiffAppliedToItsOlderSideGivesTheNewer() {
        Map<String, Integer> seen = new TreeMap<>();
        for (long seed = 1; seed <= PAIRS; seed++) {
            GeneratedEdits edits = new GeneratedEdits(seed);
            ArticleDocument older = edits.document();
            ArticleDocument newer = seed % 50 == 0 ? edits.document() : edits.edited(older, (int) (seed % 9));
            assertLeadsThere(older, newer, "seed " + seed);
            assertLeadsThere(newer, older, "seed " + seed + ", backwards");
            count(DocumentDiff.between(older, newer), seen);
        }
        for (String kind : List.of("BLOCK", "SECTION", "TAKEAWAY", "FAQ", "ITEM")) {
            for (String change : List.of("added ", "removed ", "moved ", "changed ")) {
                assertTrue(seen.getOrDefault(change + kind, 0) > PAIRS / 100, change + kind + ": " + seen);
            }
        }
    }

    private static void count(DocumentDiff diff, Map<String, Integer> seen) {
        diff.added().forEach(part -> seen.merge("added " + part.part(), 1, Integer::sum));
        diff.removed().forEach(part -> seen.merge("removed " + part.part(), 1, Integer::sum));
        diff.moved().forEach(part -> seen.merge("moved " + part.part(), 1, Integer::sum));
        diff.changed().forEach(part -> seen.merge("changed " + part.part(), 1, Integer::sum));
    }

    private static void assertLeadsThere(ArticleDocument older, ArticleDocument newer, String where) {
        DocumentDiff diff = DocumentDiff.between(older, newer);
        assertEquals(newer, diff.applyTo(older), where);
        assertEquals(older.equals(newer), diff.isEmpty(), where);
        String json = Json.write(diff);
        DocumentDiff read = Json.bind(Json.parse(json.getBytes(StandardCharsets.UTF_8)), DocumentDiff.class);
        assertEquals(diff, read, where);
        assertEquals(newer, read.applyTo(older), where);
        texts(diff).forEach(change -> {
            assertEquals(change.before().asText(""), joined(change, Op.INSERT), where);
            assertEquals(change.after().asText(""), joined(change, Op.DELETE), where);
        });
        diff.pointers().stream()
                .filter(pointer -> !pointer.startsWith("/seo") && !pointer.startsWith("/hero"))
                .forEach(pointer ->
                        assertTrue(!Json.MAPPER.valueToTree(newer).at(pointer).isMissingNode(), where + " " + pointer));
    }

    private static Stream<MemberChange> texts(DocumentDiff diff) {
        return Stream.concat(diff.members().stream(), diff.changed().stream().flatMap(part -> part.members().stream()))
                .filter(change -> change.words() != null);
    }

    private static List<WordChange> words(MemberChange change) {
        return Objects.requireNonNull(change.words());
    }

    private static String joined(MemberChange change, Op without) {
        return words(change).stream()
                .filter(word -> word.op() != without)
                .map(WordChange::text)
                .collect(Collectors.joining());
    }

    @Test
    void equalDocumentsDoNotDiffer() {
        ArticleDocument document = new GeneratedEdits(7).document();
        assertTrue(DocumentDiff.between(document, document).isEmpty());
    }

    @Test
    void oneBlockThatMovedIsOneMove() {
        ArticleDocument older = withLead("a", "b", "c", "d", "e", "f");
        DocumentDiff diff = DocumentDiff.between(older, BlockEdits.move(older, "a", BlockEdits.LEAD, 5));
        assertEquals(
                List.of("a"), diff.moved().stream().map(DocumentDiff.Moved::id).toList());
        assertEquals(
                new Place(PartKey.ARTICLE, "lead", 0, "/lead/0"),
                diff.moved().get(0).from());
        assertEquals(
                new Place(PartKey.ARTICLE, "lead", 5, "/lead/5"),
                diff.moved().get(0).to());
        assertEquals(List.of("/lead/5"), diff.pointers());
    }

    @Test
    void aListTurnedAroundMovesAllButOne() {
        ArticleDocument older = withLead("a", "b", "c", "d", "e");
        DocumentDiff diff = DocumentDiff.between(older, withLead("e", "d", "c", "b", "a"));
        assertEquals(4, diff.moved().size());
    }

    @Test
    void whatMovesWithItsSectionIsNotMoved() {
        ArticleDocument older = withSections(section("1", "One"), section("2", "Two"), section("3", "Three"));
        ArticleDocument newer = SectionEdits.move(older, "3", "1", 0);
        DocumentDiff diff = DocumentDiff.between(older, newer);
        assertEquals(1, diff.moved().size());
        assertEquals("Three", diff.moved().get(0).label());
        assertEquals("/sections/2", diff.moved().get(0).from().pointer());
        assertEquals("/sections/0/sections/0", diff.moved().get(0).to().pointer());
        assertEquals(
                new PartKey(PartKind.SECTION, "1"), diff.moved().get(0).to().parent());
        assertTrue(diff.added().isEmpty()
                && diff.removed().isEmpty()
                && diff.changed().isEmpty());
    }

    @Test
    void aNewSectionIsOneAdditionWithAllInIt() {
        ArticleDocument older = withSections(section("1", "One"));
        ArticleDocument newer = SectionEdits.insert(older, section("2", "Two"), SectionEdits.TOP, 0);
        DocumentDiff diff = DocumentDiff.between(older, newer);
        assertEquals(1, diff.added().size());
        assertEquals(
                "text of Two",
                diff.added().get(0).content().at("/blocks/0/text").asText());
        assertEquals(List.of("/sections/0"), diff.pointers());

        DocumentDiff back = DocumentDiff.between(newer, older);
        assertEquals(1, back.removed().size());
        assertEquals("/sections/0", back.removed().get(0).from().pointer());
        assertEquals(List.of("/sections"), back.pointers());
    }

    @Test
    void aBlockThatGotACalloutAroundItMoved() {
        ArticleDocument older = withLead("a", "b", "c");
        Block callout =
                new Callout("n", Callout.Kind.TIP, null, List.of(older.lead().get(1)));
        DocumentDiff diff = DocumentDiff.between(
                older,
                older.withLead(
                        List.of(older.lead().get(0), callout, older.lead().get(2))));
        assertEquals(
                List.of("n"), diff.added().stream().map(DocumentDiff.Added::id).toList());
        assertEquals("callout", diff.added().get(0).label());
        assertEquals(0, diff.added().get(0).content().path("blocks").size());
        assertEquals(
                List.of("b"), diff.moved().stream().map(DocumentDiff.Moved::id).toList());
        assertTrue(diff.removed().isEmpty());
    }

    @Test
    void changedWordsAreMarked() {
        ArticleDocument older = ArticleDocument.titled("-")
                .withLead(List.of(new Paragraph("p", "Twice a day the water comes back, and it goes.")));
        ArticleDocument newer = ArticleDocument.titled("-")
                .withLead(List.of(new Paragraph("p", "Twice a day the old sea comes back, and goes.")));
        MemberChange change =
                DocumentDiff.between(older, newer).changed().get(0).members().get(0);
        assertEquals("text", change.member());
        assertEquals(
                List.of(
                        new WordChange(Op.EQUAL, "Twice a day the "),
                        new WordChange(Op.DELETE, "water "),
                        new WordChange(Op.INSERT, "old sea "),
                        new WordChange(Op.EQUAL, "comes back, and"),
                        new WordChange(Op.DELETE, " it"),
                        new WordChange(Op.EQUAL, " goes.")),
                change.words());
    }

    @Test
    void headingsAndMembersOfTheArticleHaveTheirWordsToo() {
        ArticleDocument older = withSections(section("1", "The old harbour"));
        ArticleDocument newer = SectionEdits.replace(
                older, "1", one -> new Section("1", one.anchor(), "The new harbour", one.blocks(), List.of()));
        DocumentDiff diff = DocumentDiff.between(older, newer);
        DocumentDiff.Changed changed = diff.changed().get(0);
        assertEquals(PartKind.SECTION, changed.part());
        assertEquals("The new harbour", changed.label());
        assertEquals("/sections/0", changed.at().pointer());
        assertEquals("heading", changed.members().get(0).member());
        assertEquals(4, words(changed.members().get(0)).size());

        MemberChange title = DocumentDiff.between(ArticleDocument.titled("A"), ArticleDocument.titled("B"))
                .members()
                .get(0);
        assertEquals("title", title.member());
        assertEquals(List.of(new WordChange(Op.DELETE, "A"), new WordChange(Op.INSERT, "B")), title.words());
    }

    @Test
    void anItemIsKnownAgainWhenAnotherComesBeforeIt() {
        Item first = new Item("Read the gauge every hour", null, List.of(new Paragraph("p", "In ink.")));
        ArticleDocument older = withLead(new ListBlock("l", ListBlock.Style.BULLET, null, List.of(first)));
        Item reworded = new Item("Read the gauge every other hour", null, first.blocks());
        ArticleDocument newer =
                withLead(new ListBlock("l", ListBlock.Style.BULLET, null, List.of(new Item("Wake up"), reworded)));
        DocumentDiff diff = DocumentDiff.between(older, newer);
        assertEquals(1, diff.added().size());
        assertEquals("/lead/0/items/0", diff.added().get(0).to().pointer());
        assertEquals("/lead/0/items/1", diff.changed().get(0).at().pointer());
        assertTrue(diff.moved().isEmpty() && diff.removed().isEmpty());
    }

    @Test
    void aBlockOfAnotherTypeChangedAsAWhole() {
        ArticleDocument older = withLead("a");
        DocumentDiff diff = DocumentDiff.between(older, withLead(new Divider("a")));
        MemberChange change = diff.changed().get(0).members().get(0);
        assertEquals("", change.member());
        assertEquals("paragraph", change.before().path("type").asText());
        assertEquals("divider", change.after().path("type").asText());
    }

    @Test
    void aDocumentAtItsLimitsIsCompared() {
        ArticleDocument older = large("water");
        ArticleDocument newer = large("sea").withTakeaways(List.of(new Takeaway("t", "words ".repeat(30_000))));
        assertEquals(newer, DocumentDiff.between(older, newer).applyTo(older));
        DocumentDiff.between(large("water"), older.withSections(reversed(older.sections())));
    }

    @Test
    void twoLongTextsWithNothingInCommonAreShownWhole() {
        String one = IntStream.range(0, 20_000).mapToObj(i -> "a" + i).collect(Collectors.joining(" "));
        String other = IntStream.range(0, 20_000).mapToObj(i -> "b" + i).collect(Collectors.joining(" "));
        assertEquals(
                List.of(new WordChange(Op.DELETE, one), new WordChange(Op.INSERT, other)),
                new WordDiff().between(one, other));
    }

    /** 500 sections of 4 blocks, of a megabyte together. */
    static ArticleDocument large(String word) {
        return withSections(IntStream.range(0, 500)
                .mapToObj(i -> new Section(
                        "s" + i,
                        "a" + i,
                        "Section " + i,
                        IntStream.range(0, 4)
                                .<Block>mapToObj(j -> new Paragraph(
                                        "b" + i + "-" + j,
                                        IntStream.range(0, 80)
                                                .mapToObj(n -> word + (n * i))
                                                .collect(Collectors.joining(" "))))
                                .toList(),
                        List.of()))
                .toArray(Section[]::new));
    }

    private static <T> List<T> reversed(List<T> list) {
        return IntStream.range(0, list.size())
                .mapToObj(i -> list.get(list.size() - 1 - i))
                .toList();
    }

    private static ArticleDocument withLead(String... ids) {
        return withLead(Stream.of(ids).map(id -> new Paragraph(id, "the same")).toArray(Block[]::new));
    }

    private static ArticleDocument withLead(Block... blocks) {
        return ArticleDocument.titled("-").withLead(List.of(blocks));
    }

    private static ArticleDocument withSections(Section... sections) {
        return ArticleDocument.titled("-").withSections(List.of(sections));
    }

    private static Section section(String id, String heading) {
        return new Section(
                id, "anchor-" + id, heading, List.of(new Paragraph("p" + id, "text of " + heading)), List.of());
    }
}
