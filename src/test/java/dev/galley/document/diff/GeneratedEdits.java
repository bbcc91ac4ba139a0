package dev.galley.document.diff;

import dev.galley.document.ArticleDocument;
import dev.galley.document.BlockEdits;
import dev.galley.document.DocumentRules;
import dev.galley.document.Faq;
import dev.galley.document.GeneratedDocuments;
import dev.galley.document.Section;
import dev.galley.document.SectionEdits;
import dev.galley.document.Seo;
import dev.galley.document.Takeaway;
import dev.galley.document.TopicRef;
import dev.galley.document.block.Block;
import dev.galley.document.block.Blocks;
import dev.galley.document.block.Callout;
import dev.galley.document.block.Divider;
import dev.galley.document.block.ListBlock;
import dev.galley.document.block.ListBlock.Item;
import dev.galley.document.block.Paragraph;
import dev.galley.document.block.Quote;
import dev.galley.platform.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Documents with ids, and edits of them as many editors would make them: the same for the same seed. */
final class GeneratedEdits {
    private final Random random;
    private int made;

    GeneratedEdits(long seed) {
        this.random = new Random(seed);
    }

    /** One that may be stored; two documents put together, so that there is something to move. */
    ArticleDocument document() {
        while (true) {
            ArticleDocument one = GeneratedDocuments.of(random.nextInt(1_000_000));
            ArticleDocument other = GeneratedDocuments.of(random.nextInt(1_000_000));
            ArticleDocument both = named(one.withBody(
                    both(one.lead(), other.lead()),
                    both(one.sections(), other.sections()),
                    both(one.takeaways(), other.takeaways()),
                    both(one.faqs(), other.faqs())));
            if (DocumentRules.breaches(both).isEmpty()) {
                return both;
            }
        }
    }

    ArticleDocument edited(ArticleDocument document, int edits) {
        ArticleDocument edited = document;
        for (int i = 0; i < edits; i++) {
            edited = named(edit(edited));
        }
        return edited;
    }

    private ArticleDocument edit(ArticleDocument document) {
        Block block = anyBlock(document);
        Section section = any(document.allSections().toList());
        return switch (random.nextInt(20)) {
            case 0 -> block == null ? document : BlockEdits.remove(document, block.id());
            case 1, 2 -> block == null ? document : moved(document, block);
            case 3 -> section == null ? document : SectionEdits.remove(document, section.id());
            case 4, 5 -> section == null ? document : moved(document, section);
            case 6, 7 -> block == null ? document : BlockEdits.replace(document, block.id(), rewritten(block));
            case 8 -> block == null ? document : BlockEdits.replace(document, block.id(), retyped(block));
            case 9 -> block == null ? document : wrapped(document, block);
            case 10 -> block == null ? document : unwrapped(document, block);
            case 11 -> block == null ? document : intoAnItem(document, block);
            case 12 -> document.mapBlockLists(list -> Blocks.map(list, this::withOtherItems));
            case 13 -> inserted(document);
            case 14 -> section == null ? document : SectionEdits.replace(document, section.id(), this::reworded);
            case 15 ->
                document.withTakeaways(
                        changed(document.takeaways(), t -> new Takeaway(t.id(), words()), new Takeaway(words())));
            case 16 ->
                document.withFaqs(changed(
                        document.faqs(),
                        f -> new Faq(f.id(), f.anchor(), words(), shuffled(f.answer())),
                        new Faq(words(), List.of(new Paragraph("Again")))));
            case 17 -> members(document);
            case 18 ->
                document.withBody(
                        shuffled(document.lead()),
                        shuffled(document.sections()),
                        shuffled(document.takeaways()),
                        shuffled(document.faqs()));
            default -> random.nextInt(20) == 0 ? ArticleDocument.titled("Gone") : inserted(document);
        };
    }

    private ArticleDocument moved(ArticleDocument document, Block block) {
        List<String> parents = Stream.of(
                        Stream.of(BlockEdits.LEAD),
                        document.allSections().map(Section::id),
                        document.faqs().stream().map(Faq::id),
                        document.allBlocks()
                                .filter(one -> one instanceof Callout || one instanceof Quote)
                                .map(Block::id))
                .flatMap(ids -> ids)
                .toList();
        return tried(document, one -> BlockEdits.move(one, block.id(), any(parents), front()));
    }

    private ArticleDocument moved(ArticleDocument document, Section section) {
        List<String> parents = Stream.concat(
                        Stream.of(SectionEdits.TOP), document.allSections().map(Section::id))
                .toList();
        return tried(document, one -> SectionEdits.move(one, section.id(), any(parents), front()));
    }

    /** Not into itself, not past the limits. */
    private static ArticleDocument tried(ArticleDocument document, Function<ArticleDocument, ArticleDocument> edit) {
        try {
            ArticleDocument edited = edit.apply(document);
            return DocumentRules.breaches(edited).isEmpty() ? edited : document;
        } catch (Problem e) {
            return document;
        }
    }

    private ArticleDocument wrapped(ArticleDocument document, Block block) {
        Block callout = new Callout(id(), Callout.Kind.TIP, words(), List.of(block));
        return tried(document, one -> replaced(one, block, List.of(callout)));
    }

    private ArticleDocument unwrapped(ArticleDocument document, Block block) {
        return replaced(
                document, block, block.children().stream().flatMap(List::stream).toList());
    }

    private static ArticleDocument replaced(ArticleDocument document, Block block, List<Block> replacement) {
        return document.mapBlockLists(list -> replaced(list, block, replacement));
    }

    private static List<Block> replaced(List<Block> list, Block block, List<Block> replacement) {
        return list.stream()
                .flatMap(one -> one.id().equals(block.id())
                        ? replacement.stream()
                        : Stream.of(one.mapBlocks(inner -> replaced(inner, block, replacement))))
                .toList();
    }

    private ArticleDocument intoAnItem(ArticleDocument document, Block block) {
        ListBlock list = any(document.allBlocks()
                .filter(ListBlock.class::isInstance)
                .map(ListBlock.class::cast)
                .filter(one -> Blocks.walk(List.of(block))
                        .noneMatch(inside -> inside.id().equals(one.id())))
                .toList());
        if (list == null) {
            return document;
        }
        ArticleDocument without = BlockEdits.remove(document, block.id());
        return tried(document, any -> {
            ListBlock target = (ListBlock) BlockEdits.get(without, list.id());
            List<Item> items = new ArrayList<>(target.items());
            Item item = items.get(random.nextInt(items.size()));
            items.set(items.indexOf(item), new Item(item.text(), item.checked(), both(item.blocks(), List.of(block))));
            return BlockEdits.replace(
                    without, list.id(), new ListBlock(list.id(), target.style(), target.start(), items));
        });
    }

    private Block withOtherItems(Block block) {
        if (!(block instanceof ListBlock list) || random.nextBoolean()) {
            return block;
        }
        List<Item> items = new ArrayList<>(shuffled(list.items()));
        items.add(random.nextInt(items.size() + 1), new Item(words()));
        if (items.size() > 2 && random.nextBoolean()) {
            items.remove(random.nextInt(items.size()));
        }
        return new ListBlock(list.id(), list.style(), list.start(), items);
    }

    private Block rewritten(Block block) {
        return block.mapText(text -> random.nextBoolean() ? words() : text + " " + words());
    }

    private Block retyped(Block block) {
        List<Block> inside = block.children().stream().flatMap(List::stream).toList();
        return switch (random.nextInt(5)) {
            case 0 -> new Paragraph(block.id(), words());
            case 1 -> new Divider(block.id());
            case 2 -> new Quote(block.id(), inside, null);
            case 3 -> new ListBlock(block.id(), ListBlock.Style.BULLET, null, List.of(new Item(words(), null, inside)));
            default -> new Callout(block.id(), Callout.Kind.NOTE, null, inside);
        };
    }

    private Section reworded(Section section) {
        return new Section(section.id(), section.anchor(), words(), shuffled(section.blocks()), section.sections());
    }

    private ArticleDocument inserted(ArticleDocument document) {
        ArticleDocument other = GeneratedDocuments.of(random.nextInt(1_000_000));
        return tried(
                document,
                one -> named(one.withBody(
                        both(one.lead(), other.lead()),
                        both(other.sections(), one.sections()),
                        both(one.takeaways(), other.takeaways()),
                        both(one.faqs(), other.faqs()))));
    }

    private ArticleDocument members(ArticleDocument document) {
        List<TopicRef> topics = random.nextBoolean() ? List.of() : List.of(TopicRef.bySlug("t" + random.nextInt(99)));
        return new ArticleDocument(
                "s" + random.nextInt(99),
                document.locale(),
                document.translationKey(),
                words(),
                random.nextBoolean() ? null : words(),
                shuffled(document.authors()),
                random.nextBoolean() ? document.topics() : topics,
                random.nextBoolean() ? document.series() : null,
                random.nextBoolean() ? document.hero() : null,
                document.lead(),
                document.sections(),
                document.takeaways(),
                document.faqs(),
                new Seo(words(), document.seo().description(), null, random.nextBoolean()));
    }

    private <T> List<T> changed(List<T> list, Function<T, T> change, T added) {
        List<T> changed = new ArrayList<>(list);
        if (changed.isEmpty() || random.nextInt(3) == 0) {
            changed.add(random.nextInt(changed.size() + 1), added);
        } else if (random.nextBoolean()) {
            changed.remove(random.nextInt(changed.size()));
        } else {
            int at = random.nextInt(changed.size());
            changed.set(at, change.apply(changed.get(at)));
        }
        return changed;
    }

    private String words() {
        return Stream.generate(() -> any(List.of("tide", "moon", "water", "the", "of", "harbour", "it's", "2 m")))
                .limit(1 + random.nextInt(6))
                .reduce("A", (text, word) -> text + " " + word);
    }

    private @Nullable Integer front() {
        return random.nextBoolean() ? 0 : null;
    }

    private @Nullable Block anyBlock(ArticleDocument document) {
        return any(document.allBlocks().toList());
    }

    private <T> @Nullable T any(List<T> list) {
        return list.isEmpty() ? null : list.get(random.nextInt(list.size()));
    }

    private <T> List<T> shuffled(List<T> list) {
        List<T> shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static <T> List<T> both(List<? extends T> one, List<? extends T> other) {
        return Stream.<T>concat(one.stream(), other.stream()).toList();
    }

    /** Ids by number, so that a seed gives the same ones each time. */
    private ArticleDocument named(ArticleDocument document) {
        ArticleDocument named = document.mapSections(
                        section -> section.id().isEmpty() ? section.withId(uuid()) : section)
                .mapBlockLists(list -> Blocks.map(list, block -> block.id().isEmpty() ? block.withId(id()) : block));
        return named.withTakeaways(named.takeaways().stream()
                        .map(t -> t.id().isEmpty() ? t.withId(uuid()) : t)
                        .toList())
                .withFaqs(named.faqs().stream()
                        .map(f -> f.id().isEmpty() ? f.withId(uuid()) : f)
                        .toList());
    }

    private String id() {
        made++;
        return "b" + made;
    }

    private String uuid() {
        made++;
        return new UUID(7, made).toString();
    }
}
