package dev.galley.document.block;

import dev.galley.document.Required;
import dev.galley.text.InlineText;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Somebody's words, and whose. */
public record Quote(
        String id, @Required List<Block> blocks, @Nullable String attribution) implements Block {
    /** What introduces the attribution on the last line of a quote in Markdown and plain text. */
    public static final String ATTRIBUTION_DASH = "— ";

    public Quote {
        id = Blocks.orEmpty(id);
        blocks = List.copyOf(blocks);
    }

    public Quote(List<Block> blocks, @Nullable String attribution) {
        this("", blocks, attribution);
    }

    @Override
    public Quote withId(String id) {
        return new Quote(id, blocks, attribution);
    }

    @Override
    public Quote mapText(UnaryOperator<String> rewrite) {
        return new Quote(id, blocks, Blocks.map(attribution, rewrite));
    }

    @Override
    public Quote mapBlocks(UnaryOperator<List<Block>> rewrite) {
        return new Quote(id, rewrite.apply(blocks), attribution);
    }

    @Override
    public List<List<Block>> children() {
        return List.of(blocks);
    }

    @Override
    public Stream<String> words() {
        return attribution == null ? Stream.empty() : Stream.of(InlineText.plain(attribution));
    }

    @Override
    public String markdown() {
        String inner = Blocks.markdown(blocks);
        if (attribution == null) {
            return inner.isEmpty() ? ">" : Blocks.quoted(seemsAttributed() ? inner + "\n\n" + Blocks.SEPARATOR : inner);
        }
        String last = ATTRIBUTION_DASH + InlineText.inMarkdown(attribution);
        return Blocks.quoted(inner.isEmpty() ? last : inner + "\n\n" + last);
    }

    /** Whether its last paragraph looks like an attribution, which it stops to do when something stands behind it. */
    private boolean seemsAttributed() {
        return !blocks.isEmpty()
                && blocks.get(blocks.size() - 1) instanceof Paragraph last
                && last.text().startsWith(ATTRIBUTION_DASH);
    }

    @Override
    public String html() {
        String footer = attribution == null ? "" : "<footer>" + InlineText.html(attribution) + "</footer>";
        return "<blockquote>" + Blocks.rawHtml(blocks) + footer + "</blockquote>";
    }

    @Override
    public String plain() {
        String inner = Blocks.plain(blocks);
        return attribution == null ? inner : inner + "\n\n" + ATTRIBUTION_DASH + InlineText.plain(attribution);
    }
}
