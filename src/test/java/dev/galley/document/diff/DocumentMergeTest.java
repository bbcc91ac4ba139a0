package dev.galley.document.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.galley.document.ArticleDocument;
import dev.galley.document.AuthorRef;
import dev.galley.document.BlockEdits;
import dev.galley.document.ListEdits;
import dev.galley.document.Section;
import dev.galley.document.SectionEdits;
import dev.galley.document.Seo;
import dev.galley.document.Takeaway;
import dev.galley.document.TopicRef;
import dev.galley.document.block.Block;
import dev.galley.document.block.Blocks;
import dev.galley.document.block.Callout;
import dev.galley.document.block.Code;
import dev.galley.document.block.ListBlock;
import dev.galley.document.block.ListBlock.Item;
import dev.galley.document.block.Paragraph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentMergeTest {
    private static final int CASES = 1_500;

    private static final ArticleDocument BASE = ArticleDocument.titled("Tides")
            .withBody(
                    List.of(paragraph("a"), paragraph("b"), paragraph("c")),
                    List.of(
                            section("s1", paragraph("d"), paragraph("e")),
                            section("s2", paragraph("f")),
                            section("s3")),
                    List.of(new Takeaway("t1", "one"), new Takeaway("t2", "two")),
                    List.of());

    @Test
    void whereOnlyOneSideChangedItsDocumentComesOut() {
        for (long seed = 1; seed <= CASES; seed++) {
            GeneratedEdits edits = new GeneratedEdits(seed);
            ArticleDocument base = edits.document();
            ArticleDocument edited = edits.edited(base, (int) (seed % 9));
            String where = "seed " + seed;
            assertEquals(edited, merged(base, base, edited), where + ": theirs alone");
            assertEquals(edited, merged(base, edited, base), where + ": mine alone");
            assertEquals(edited, merged(base, edited, edited), where + ": both alike");
        }
    }

    @Test
    void aMergeOfAnyTwoEditsIsADocumentOrSaysWhyNot() {
        int merges = 0;
        int refused = 0;
        for (long seed = 1; seed <= CASES; seed++) {
            GeneratedEdits edits = new GeneratedEdits(seed);
            ArticleDocument base = edits.document();
            ArticleDocument mine = edits.edited(base, 1 + (int) (seed % 3));
            ArticleDocument theirs = edits.edited(base, 1 + (int) (seed % 4));
            DocumentMerge merge = DocumentMerge.merge(base, mine, theirs);
            assertEquals(merge.document() == null, !merge.conflicts().isEmpty(), "seed " + seed);
            if (merge.document() == null) {
                refused++;
            } else {
                merges++;
                assertNothingIsLost(base, mine, theirs, merge.document(), "seed " + seed);
            }
        }
        assertTrue(merges > CASES / 4 && refused > CASES / 20, merges + " merges, " + refused + " conflicts");
    }

    /** What either added is there once, what either removed is not, what either said anew is said. */
    private static void assertNothingIsLost(
            ArticleDocument base, ArticleDocument mine, ArticleDocument theirs, ArticleDocument merged, String where) {
        Parts before = Parts.of(base);
        Parts ours = Parts.of(mine, before);
        Parts others = Parts.of(theirs, before, ours);
        Parts both = Parts.of(merged);
        Set<PartKey> expected = new HashSet<>(ours.keys());
        expected.addAll(others.keys());
        expected.removeIf(key -> before.has(key) && !(ours.has(key) && others.has(key)));
        assertEquals(named(expected), named(both.keys()), where);
        assertEquals(items(expected), items(both.keys()), where);
        for (PartKey key : named(expected)) {
            for (Parts side : List.of(ours, others)) {
                if (side.has(key) && !(before.has(key) && side.own(key).equals(before.own(key)))) {
                    side.own(key).properties().forEach(member -> {
                        boolean changed = !before.has(key)
                                || !member.getValue().equals(before.own(key).get(member.getKey()));
                        boolean simple =
                                !Set.of("seo", "topics", "authors", "anchor").contains(member.getKey());
                        if (changed && simple) {
                            assertEquals(member.getValue(), both.own(key).get(member.getKey()), where + " " + key);
                        }
                    });
                }
            }
        }
    }

    private static Set<PartKey> named(Set<PartKey> keys) {
        Set<PartKey> named = new HashSet<>(keys);
        named.removeIf(key -> key.part() == PartKind.ITEM);
        return named;
    }

    private static long items(Set<PartKey> keys) {
        return keys.stream().filter(key -> key.part() == PartKind.ITEM).count();
    }

    /** Each part is changed by nobody or by one of the two. */
    @Test
    void editsOfDifferentPartsAllSurvive() {
        for (long seed = 1; seed <= CASES; seed++) {
            Random random = new Random(seed);
            ArticleDocument base = new GeneratedEdits(seed).document();
            List<String> ids = new ArrayList<>(Stream.concat(
                            base.allBlocks()
                                    .filter(block -> !(block instanceof ListBlock))
                                    .map(Block::id),
                            base.allSections().map(Section::id))
                    .toList());
            Collections.shuffle(ids, random);
            Set<String> mine = Set.copyOf(ids.subList(0, ids.size() / 2));
            Set<String> theirs = Set.copyOf(ids.subList(ids.size() / 2, ids.size()));
            assertEquals(
                    marked(marked(base, mine), theirs),
                    merged(base, marked(base, mine), marked(base, theirs)),
                    "seed " + seed);
        }
    }

    private static ArticleDocument marked(ArticleDocument document, Set<String> ids) {
        return document.mapSections(section -> ids.contains(section.id())
                        ? new Section(section.id(), section.anchor(), "Marked", section.blocks(), section.sections())
                        : section)
                .mapBlockLists(list -> Blocks.map(
                        list, block -> ids.contains(block.id()) ? block.mapText(text -> text + " marked") : block));
    }

    @Test
    void twoInsertionsAtOnePlaceBothSurvive() {
        ArticleDocument mine = BlockEdits.insert(BASE, paragraph("m"), "s1", 1);
        ArticleDocument theirs = BlockEdits.insert(BASE, paragraph("t"), "s1", 1);
        assertEquals(List.of("d", "m", "t", "e"), blocks(merged(BASE, mine, theirs), "s1"));
    }

    @Test
    void aMoveAndAnEditOfOnePartBothSurvive() {
        ArticleDocument mine = BlockEdits.move(BASE, "d", "s2", 0);
        ArticleDocument theirs = BlockEdits.replace(BASE, "d", new Paragraph("d", "new words"));
        ArticleDocument merged = merged(BASE, mine, theirs);
        assertEquals(List.of("d", "f"), blocks(merged, "s2"));
        assertEquals(new Paragraph("d", "new words"), BlockEdits.get(merged, "d"));
    }

    @Test
    void aMoveSurvivesAnInsertionBesideIt() {
        ArticleDocument mine = SectionEdits.move(BASE, "s3", null, 0);
        ArticleDocument theirs = SectionEdits.insert(BASE, section("s4"), SectionEdits.TOP, 1);
        assertEquals(
                List.of("s3", "s1", "s4", "s2"),
                merged(BASE, mine, theirs).sections().stream().map(Section::id).toList());
    }

    @Test
    void differentMembersOfOnePartDoNotConflict() {
        ArticleDocument code = BASE.withLead(List.of(new Code("x", "a = 1", null, null, null)));
        ArticleDocument mine = BlockEdits.replace(code, "x", new Code("x", "a = 2", null, null, null));
        ArticleDocument theirs = BlockEdits.replace(code, "x", new Code("x", "a = 1", "python", null, "One"));
        assertEquals(new Code("x", "a = 2", "python", null, "One"), BlockEdits.get(merged(code, mine, theirs), "x"));
    }

    @Test
    void aHeadingAndTheBlocksUnderItDoNotConflict() {
        ArticleDocument mine = reworded(BASE, "s1", "Moon");
        ArticleDocument theirs = BlockEdits.remove(BASE, "d");
        ArticleDocument merged = merged(BASE, mine, theirs);
        assertEquals("Moon", SectionEdits.get(merged, "s1").heading());
        assertEquals(List.of("e"), blocks(merged, "s1"));
    }

    @Test
    void topicsAndAuthorsOfBothAreThere() {
        ArticleDocument base = BASE.withTaxonomy(authors("ada", "mara"), topics("tides", "moon"), null);
        ArticleDocument mine = base.withTaxonomy(authors("ada", "mara", "eve"), topics("moon"), null);
        ArticleDocument theirs = base.withTaxonomy(authors("mara", "ada"), topics("tides", "moon", "sun"), null);
        ArticleDocument merged = merged(base, mine, theirs);
        assertEquals(authors("mara", "eve", "ada"), merged.authors());
        assertEquals(topics("moon", "sun"), merged.topics());
    }

    @Test
    void eachMemberOfSeoIsMergedByItself() {
        ArticleDocument mine = withSeo(new Seo("Mine", null, null, false));
        ArticleDocument theirs = withSeo(new Seo(null, "Theirs", null, true));
        assertEquals(
                new Seo("Mine", "Theirs", null, true),
                merged(withSeo(Seo.NONE), mine, theirs).seo());
    }

    @Test
    void itemsOfOneListAreMergedEachByItself() {
        ArticleDocument base = withItems("read the gauge", "write it down", "wind the clock");
        ArticleDocument mine = withItems("wake up", "read the gauge", "write it down", "wind the clock");
        ArticleDocument theirs = withItems("read the gauge", "write it all down", "wind the clock");
        assertEquals(
                withItems("wake up", "read the gauge", "write it all down", "wind the clock"),
                merged(base, mine, theirs));
    }

    @Test
    void anItemThatBothAddedIsThereOnce() {
        ArticleDocument base = withItems("read the gauge");
        ArticleDocument mine = withItems("read the gauge", "sleep", "mine");
        ArticleDocument theirs = withItems("read the gauge", "sleep", "theirs");
        assertEquals(withItems("read the gauge", "sleep", "mine", "theirs"), merged(base, mine, theirs));
    }

    @Test
    void onePartEditedDifferentlyIsAConflict() {
        MergeConflict conflict = conflict(reworded(BASE, "s2", "Mine"), reworded(BASE, "s2", "Theirs"));
        assertEquals(MergeConflict.Code.EDITED, conflict.code());
        assertEquals("/sections/1/heading", conflict.pointer());
        assertEquals(new PartKey(PartKind.SECTION, "s2"), new PartKey(conflict.part(), conflict.id()));
        assertEquals("heading", conflict.member());
        assertEquals("s2", conflict.base().asText());
        assertEquals("Mine", conflict.mine().asText());
        assertEquals("Theirs", conflict.theirs().asText());
    }

    @Test
    void aMemberOfTheArticleEditedDifferentlyIsAConflict() {
        MergeConflict conflict = conflict(BASE.withSlug("mine"), BASE.withSlug("theirs"));
        assertEquals("/slug", conflict.pointer());
        assertEquals(PartKind.ARTICLE, conflict.part());
    }

    @Test
    void anEditOfWhatTheOtherRemovedIsAConflict() {
        ArticleDocument edited = BlockEdits.replace(BASE, "d", new Paragraph("d", "new words"));
        MergeConflict theirsGone = conflict(edited, SectionEdits.remove(BASE, "s1"));
        assertEquals(MergeConflict.Code.REMOVED, theirsGone.code());
        assertEquals("d", theirsGone.id());
        assertEquals("/sections/0/blocks/0", theirsGone.pointer());
        assertEquals("new words", theirsGone.mine().path("text").asText());
        assertTrue(theirsGone.theirs().isNull());

        MergeConflict mineGone = conflict(SectionEdits.remove(BASE, "s1"), edited);
        assertEquals("d", mineGone.id());
        assertTrue(mineGone.mine().isNull());
    }

    @Test
    void somethingPutIntoWhatTheOtherRemovedIsAConflict() {
        ArticleDocument grown = BlockEdits.insert(BASE, paragraph("m"), "s3", 0);
        MergeConflict conflict = conflict(grown, SectionEdits.remove(BASE, "s3"));
        assertEquals(MergeConflict.Code.REMOVED, conflict.code());
        assertEquals("s3", conflict.id());
    }

    @Test
    void somethingPutIntoWhatTheOtherMadeABlockOfTextIsAConflict() {
        ArticleDocument base = BASE.withLead(List.of(new Callout("x", Callout.Kind.TIP, null, List.of())));
        ArticleDocument mine = BlockEdits.insert(base, paragraph("m"), "x", 0);
        ArticleDocument theirs = BlockEdits.replace(base, "x", paragraph("x"));
        assertEquals(
                "x", DocumentMerge.merge(base, mine, theirs).conflicts().get(0).id());
    }

    @Test
    void oneBlockMovedToTwoPlacesIsAConflict() {
        MergeConflict parents = conflict(BlockEdits.move(BASE, "a", "s1", 0), BlockEdits.move(BASE, "a", "s2", 0));
        assertEquals(MergeConflict.Code.MOVED, parents.code());
        assertEquals("a", parents.id());
        assertEquals("/lead/0", parents.base().path("pointer").asText());
        assertEquals("/sections/0/blocks/0", parents.mine().path("pointer").asText());
        assertEquals("/sections/1/blocks/0", parents.theirs().path("pointer").asText());

        ArticleDocument four = BASE.withLead(Stream.of("a", "b", "c", "d4", "e5")
                .map(DocumentMergeTest::paragraph)
                .toList());
        DocumentMerge positions = DocumentMerge.merge(
                four, BlockEdits.move(four, "e5", BlockEdits.LEAD, 0), BlockEdits.move(four, "e5", BlockEdits.LEAD, 2));
        assertEquals("e5", positions.conflicts().get(0).id());
    }

    @Test
    void sectionsMovedIntoEachOtherAreAConflict() {
        MergeConflict conflict =
                conflict(SectionEdits.move(BASE, "s1", "s2", 0), SectionEdits.move(BASE, "s2", "s1", 0));
        assertEquals(MergeConflict.Code.MOVED, conflict.code());
    }

    @Test
    void twoNewPartsOfOneIdAreAConflict() {
        MergeConflict conflict = conflict(
                BlockEdits.insert(BASE, new Paragraph("n", "mine"), "s1", 0),
                BlockEdits.insert(BASE, new Paragraph("n", "theirs"), "s1", 0));
        assertEquals(MergeConflict.Code.ADDED, conflict.code());
    }

    @Test
    void aTakeawayThatBothRemovedIsGone() {
        ArticleDocument removed = ListEdits.TAKEAWAYS.remove(BASE, "t1");
        assertEquals(removed, merged(BASE, removed, removed));
        assertEquals(removed, merged(BASE, removed, BASE));
    }

    @Test
    void aNewAnchorThatIsTakenIsLeftOut() {
        ArticleDocument mine =
                SectionEdits.insert(BASE, new Section("m", "sun", "Sun", List.of(), List.of()), SectionEdits.TOP, null);
        ArticleDocument theirs =
                SectionEdits.insert(BASE, new Section("t", "sun", "Sun", List.of(), List.of()), SectionEdits.TOP, null);
        ArticleDocument merged = merged(BASE, mine, theirs);
        assertEquals("", SectionEdits.get(merged, "m").anchor());
        assertEquals("sun", SectionEdits.get(merged, "t").anchor());
    }

    @Test
    void documentsAtTheirLimitsAreMerged() {
        ArticleDocument base = DocumentDiffTest.large("water");
        List<Section> turned = new ArrayList<>(base.sections());
        Collections.reverse(turned);
        ArticleDocument mine = base.withSections(turned);
        ArticleDocument theirs = base.mapBlockLists(list -> Blocks.mapText(list, text -> text + " again"));
        assertEquals(
                mine.mapBlockLists(list -> Blocks.mapText(list, text -> text + " again")), merged(base, mine, theirs));
    }

    private static ArticleDocument merged(ArticleDocument base, ArticleDocument mine, ArticleDocument theirs) {
        DocumentMerge merge = DocumentMerge.merge(base, mine, theirs);
        assertEquals(List.of(), merge.conflicts());
        return Objects.requireNonNull(merge.document());
    }

    private static MergeConflict conflict(ArticleDocument mine, ArticleDocument theirs) {
        DocumentMerge merge = DocumentMerge.merge(BASE, mine, theirs);
        assertNull(merge.document());
        return merge.conflicts().get(0);
    }

    private static List<String> blocks(ArticleDocument document, String section) {
        return SectionEdits.get(document, section).blocks().stream()
                .map(Block::id)
                .toList();
    }

    private static ArticleDocument reworded(ArticleDocument document, String id, String heading) {
        return SectionEdits.replace(
                document, id, one -> new Section(id, one.anchor(), heading, one.blocks(), one.sections()));
    }

    private static ArticleDocument withItems(String... texts) {
        List<Item> items = Stream.of(texts).map(Item::new).toList();
        return BASE.withLead(List.of(new ListBlock("l", ListBlock.Style.BULLET, null, items)));
    }

    private static ArticleDocument withSeo(Seo seo) {
        return new ArticleDocument(
                "", "", null, "Tides", null, List.of(), List.of(), null, null, List.of(), List.of(), List.of(),
                List.of(), seo);
    }

    private static List<AuthorRef> authors(String... slugs) {
        return Stream.of(slugs).map(AuthorRef::bySlug).toList();
    }

    private static List<TopicRef> topics(String... slugs) {
        return Stream.of(slugs).map(TopicRef::bySlug).toList();
    }

    private static Block paragraph(String id) {
        return new Paragraph(id, "text of " + id);
    }

    private static Section section(String id, Block... blocks) {
        return new Section(id, "anchor-" + id, id, List.of(blocks), List.of());
    }
}
