package dev.galley.document;

import dev.galley.document.block.Block;
import dev.galley.document.block.Blocks;
import dev.galley.document.block.Callout;
import dev.galley.document.block.Quote;
import dev.galley.platform.InputError;
import dev.galley.platform.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Edits of one block, wherever it stands: in the lead, a section, an answer, or inside another block. A parent is the
 * id of a section, a FAQ, a call-out or a quote; {@link #LEAD} is the lead.
 */
public final class BlockEdits {
    public static final String LEAD = "";

    private BlockEdits() {}

    public static Block get(ArticleDocument document, String id) {
        return find(document, id).orElseThrow(() -> Problem.notFound("block " + id + " in this article"));
    }

    public static ArticleDocument replace(ArticleDocument document, String id, Block replacement) {
        get(document, id);
        return document.mapBlockLists(
                list -> Blocks.map(list, block -> block.id().equals(id) ? replacement : block));
    }

    public static ArticleDocument remove(ArticleDocument document, String id) {
        get(document, id);
        return document.mapBlockLists(list -> mapLists(list, one -> Positions.without(one, b -> b.id().equals(id))));
    }

    /** A null parent is the list of blocks it stands in. */
    public static ArticleDocument move(
            ArticleDocument document, String id, @Nullable String parentId, @Nullable Integer position) {
        Block block = get(document, id);
        if (parentId == null) {
            return document.mapBlockLists(list -> mapLists(list, one -> within(one, block, position)));
        }
        if (Blocks.walk(List.of(block)).anyMatch(inside -> inside.id().equals(parentId))) {
            throw Problem.member("/parentId", InputError.INVALID, "A block can't move into itself.");
        }
        return insert(remove(document, id), block, parentId, position);
    }

    public static ArticleDocument insert(
            ArticleDocument document, Block block, String parentId, @Nullable Integer position) {
        UnaryOperator<List<Block>> insertion = list -> Positions.insert(list, block, position);
        if (parentId.equals(LEAD)) {
            return document.withLead(insertion.apply(document.lead()));
        } else if (document.allSections().anyMatch(section -> section.id().equals(parentId))) {
            return SectionEdits.replace(
                    document, parentId, section -> section.withBlocks(insertion.apply(section.blocks())));
        } else if (document.faqs().stream().anyMatch(faq -> faq.id().equals(parentId))) {
            return document.withFaqs(document.faqs().stream()
                    .map(faq -> faq.id().equals(parentId) ? faq.withAnswer(insertion.apply(faq.answer())) : faq)
                    .toList());
        }
        Block parent = find(document, parentId)
                .filter(found -> found instanceof Callout || found instanceof Quote)
                .orElseThrow(() -> Problem.member(
                        "/parentId",
                        InputError.INVALID,
                        "There is no section, FAQ, call-out or quote " + parentId + " in this article."));
        return replace(document, parentId, parent.mapBlocks(insertion));
    }

    private static Optional<Block> find(ArticleDocument document, String id) {
        return document.allBlocks().filter(block -> block.id().equals(id)).findFirst();
    }

    private static List<Block> within(List<Block> list, Block block, @Nullable Integer position) {
        return list.contains(block)
                ? Positions.insert(Positions.without(list, b -> b.id().equals(block.id())), block, position)
                : list;
    }

    /** Rewrites this list and each inside it, the innermost first. */
    private static List<Block> mapLists(List<Block> list, UnaryOperator<List<Block>> rewrite) {
        return rewrite.apply(list.stream()
                .map(block -> block.mapBlocks(inner -> mapLists(inner, rewrite)))
                .toList());
    }
}
