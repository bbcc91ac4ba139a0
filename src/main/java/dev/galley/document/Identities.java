package dev.galley.document;

import dev.galley.document.block.Block;
import dev.galley.document.block.Blocks;
import dev.galley.platform.Ids;
import dev.galley.text.Slug;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gives every part of a document its id and anchor. What the document names keeps its name; a part that the document
 * before it had, recognised by anchor, words or content, gets the id it had there; only what is new gets a new one.
 */
public final class Identities {
    private final ArticleDocument before;
    private final Set<String> given;

    private Identities(ArticleDocument before, ArticleDocument after) {
        this.before = before;
        this.given = givenIds(after);
    }

    /** The same document with no id or anchor missing. */
    public static ArticleDocument complete(ArticleDocument document, @Nullable ArticleDocument before) {
        ArticleDocument earlier = before == null ? ArticleDocument.titled("") : before;
        Identities identities = new Identities(earlier, document);
        ArticleDocument named = identities.sections(document);
        named = named.withTakeaways(identities.takeaways(named.takeaways()));
        named = named.withFaqs(identities.faqs(named.faqs()));
        named = identities.blocks(named);
        return anchors(named, earlier);
    }

    /** The same document with every id gone, for comparing content alone. */
    public static ArticleDocument without(ArticleDocument document) {
        ArticleDocument bare =
                document.mapSections(section -> section.withId("")).mapBlockLists(Identities::bare);
        return bare.withTakeaways(
                        bare.takeaways().stream().map(t -> t.withId("")).toList())
                .withFaqs(bare.faqs().stream().map(f -> f.withId("")).toList());
    }

    /** Of all its parts, in an order that {@link #withIds} knows. */
    public static List<String> ids(ArticleDocument document) {
        List<String> ids = new ArrayList<>();
        mapIds(document, id -> {
            ids.add(id);
            return id;
        });
        return ids;
    }

    /** The same document with other ids, as many as it has parts. */
    public static ArticleDocument withIds(ArticleDocument document, List<String> ids) {
        Iterator<String> next = ids.iterator();
        return mapIds(document, id -> next.next());
    }

    private static ArticleDocument mapIds(ArticleDocument document, UnaryOperator<String> rewrite) {
        ArticleDocument mapped = document.mapSections(section -> section.withId(rewrite.apply(section.id())));
        return mapped.withTakeaways(mapped.takeaways().stream()
                        .map(takeaway -> takeaway.withId(rewrite.apply(takeaway.id())))
                        .toList())
                .withFaqs(mapped.faqs().stream()
                        .map(faq -> faq.withId(rewrite.apply(faq.id())))
                        .toList())
                .mapBlockLists(blocks -> Blocks.map(blocks, block -> block.withId(rewrite.apply(block.id()))));
    }

    private static List<Block> bare(List<Block> blocks) {
        return Blocks.map(blocks, block -> block.withId(""));
    }

    private static Set<String> givenIds(ArticleDocument document) {
        return Stream.of(
                        document.allSections().map(Section::id),
                        document.takeaways().stream().map(Takeaway::id),
                        document.faqs().stream().map(Faq::id),
                        document.allBlocks().map(Block::id))
                .flatMap(ids -> ids)
                .collect(Collectors.toSet());
    }

    private ArticleDocument sections(ArticleDocument document) {
        List<Section> nameless =
                document.allSections().filter(s -> s.id().isEmpty()).toList();
        Map<Section, Section> was = new Matching<>(free(before.allSections(), Section::id), nameless)
                .by(section -> section.anchor().isEmpty() ? null : section.anchor())
                .by(section -> List.of(folded(section.heading()), bare(section.blocks())))
                .by(section -> folded(section.heading()))
                .by(section -> section.blocks().isEmpty() ? null : bare(section.blocks()))
                .byLikeness(section -> "", section -> words(section.blocks()))
                .pairs();
        return document.withSections(named(document.sections(), was));
    }

    /** By hand rather than by {@link Section#map}: pairs are known by identity, and rewriting the inner ones loses it. */
    private static List<Section> named(List<Section> sections, Map<Section, Section> was) {
        return sections.stream()
                .map(section -> {
                    Section old = was.get(section);
                    String id = !section.id().isEmpty()
                            ? section.id()
                            : old != null ? old.id() : Ids.next().toString();
                    return section.withId(id).withSections(named(section.sections(), was));
                })
                .toList();
    }

    private List<Takeaway> takeaways(List<Takeaway> takeaways) {
        List<Takeaway> nameless =
                takeaways.stream().filter(t -> t.id().isEmpty()).toList();
        Map<Takeaway, Takeaway> was = new Matching<>(free(before.takeaways().stream(), Takeaway::id), nameless)
                .by(takeaway -> folded(takeaway.text()))
                .byLikeness(takeaway -> "", Takeaway::text)
                .pairs();
        return takeaways.stream()
                .map(t -> t.id().isEmpty() ? t.withId(idOf(was.get(t), Takeaway::id)) : t)
                .toList();
    }

    private List<Faq> faqs(List<Faq> faqs) {
        List<Faq> nameless = faqs.stream().filter(f -> f.id().isEmpty()).toList();
        Map<Faq, Faq> was = new Matching<>(free(before.faqs().stream(), Faq::id), nameless)
                .by(faq -> faq.anchor().isEmpty() ? null : faq.anchor())
                .by(faq -> folded(faq.question()))
                .by(faq -> faq.answer().isEmpty() ? null : bare(faq.answer()))
                .byLikeness(faq -> "", faq -> faq.question() + " " + words(faq.answer()))
                .pairs();
        return faqs.stream()
                .map(f -> f.id().isEmpty() ? f.withId(idOf(was.get(f), Faq::id)) : f)
                .toList();
    }

    private ArticleDocument blocks(ArticleDocument document) {
        List<Placed> nameless =
                placed(document).stream().filter(p -> p.block.id().isEmpty()).toList();
        List<Placed> free = placed(before).stream()
                .filter(p -> !p.block.id().isEmpty() && !given.contains(p.block.id()))
                .toList();
        Map<Placed, Placed> was = new Matching<>(free, nameless)
                .by(placed -> List.of(placed.place, placed.content))
                .by(placed -> placed.content)
                .byLikeness(
                        placed -> List.of(placed.place, placed.block.getClass()),
                        placed -> words(List.of(placed.block)))
                .pairs();
        Map<Block, String> ids = new IdentityHashMap<>();
        was.forEach((now, then) -> ids.put(now.block, then.block.id()));
        Set<String> taken = new HashSet<>(given);
        taken.addAll(ids.values());
        return document.mapBlockLists(list -> namedBlocks(list, ids, taken));
    }

    private static List<Block> namedBlocks(List<Block> blocks, Map<Block, String> ids, Set<String> taken) {
        List<Block> named = new ArrayList<>(blocks.size());
        for (Block block : blocks) {
            String id = block.id().isEmpty() ? ids.get(block) : block.id();
            Block inner = block.mapBlocks(list -> namedBlocks(list, ids, taken));
            named.add(inner.withId(id == null ? newBlockId(taken) : id));
        }
        return named;
    }

    private static String newBlockId(Set<String> taken) {
        String id = Ids.nextShort();
        while (!taken.add(id)) {
            id = Ids.nextShort();
        }
        return id;
    }

    /** A block, the part it stands in, and what it holds. */
    private static final class Placed {
        private final String place;
        private final Block block;
        private final Block content;

        Placed(String place, Block block) {
            this.place = place;
            this.block = block;
            this.content = bare(List.of(block)).get(0);
        }
    }

    private static List<Placed> placed(ArticleDocument document) {
        return Stream.of(
                        Blocks.walk(document.lead()).map(block -> new Placed("lead", block)),
                        document.allSections()
                                .flatMap(s -> Blocks.walk(s.blocks()).map(block -> new Placed(s.id(), block))),
                        document.faqs().stream()
                                .flatMap(f -> Blocks.walk(f.answer()).map(block -> new Placed(f.id(), block))))
                .flatMap(placed -> placed)
                .toList();
    }

    /** Those that were given first, then those that the same parts had before, then new ones from the words. */
    private static ArticleDocument anchors(ArticleDocument document, ArticleDocument before) {
        Map<String, String> earlier = new HashMap<>();
        before.allSections().forEach(section -> earlier.put(section.id(), section.anchor()));
        before.faqs().forEach(faq -> earlier.put(faq.id(), faq.anchor()));

        Set<String> taken = new HashSet<>();
        document.allSections().forEach(section -> taken.add(section.anchor()));
        document.faqs().forEach(faq -> taken.add(faq.anchor()));

        ArticleDocument kept = mapAnchors(document, (id, words) -> {
            String anchor = earlier.getOrDefault(id, "");
            return !anchor.isEmpty() && taken.add(anchor) ? anchor : "";
        });
        return mapAnchors(kept, (id, words) -> {
            String anchor = Slug.firstFree(Slug.of(words, "section"), taken::contains);
            taken.add(anchor);
            return anchor;
        });
    }

    /** Makes the anchor of a part that has none, from its id and its words. */
    private interface AnchorMaker {
        String make(String id, String words);
    }

    private static ArticleDocument mapAnchors(ArticleDocument document, AnchorMaker maker) {
        return document.withSections(sectionAnchors(document.sections(), maker))
                .withFaqs(document.faqs().stream()
                        .map(f -> f.anchor().isEmpty() ? f.withAnchor(maker.make(f.id(), f.question())) : f)
                        .toList());
    }

    /** In reading order, so that the first of two equal headings gets the plain anchor. */
    private static List<Section> sectionAnchors(List<Section> sections, AnchorMaker maker) {
        List<Section> named = new ArrayList<>(sections.size());
        for (Section section : sections) {
            String anchor = section.anchor().isEmpty() ? maker.make(section.id(), section.heading()) : section.anchor();
            named.add(section.withAnchor(anchor).withSections(sectionAnchors(section.sections(), maker)));
        }
        return named;
    }

    private <T> List<T> free(Stream<T> parts, Function<T, String> id) {
        return parts.filter(part -> !given.contains(id.apply(part))).toList();
    }

    private static <T> String idOf(@Nullable T old, Function<T, String> id) {
        return old == null ? Ids.next().toString() : id.apply(old);
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static String words(List<Block> blocks) {
        return Blocks.words(blocks).collect(Collectors.joining(" "));
    }
}
