package dev.galley.document.block;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.galley.document.Required;
import dev.galley.text.InlineText;
import dev.galley.text.SafeHtml;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A remark set apart from the text: a tip, a warning, an insight. */
public record Callout(
        String id,
        Kind kind,
        @Nullable String title,
        @Required List<Block> blocks) implements Block {
    /** GitHub's alert kinds and {@code insight}. */
    @Schema(name = "CalloutKind")
    public enum Kind {
        @JsonProperty("note")
        NOTE,
        @JsonProperty("tip")
        TIP,
        @JsonProperty("insight")
        INSIGHT,
        @JsonProperty("important")
        IMPORTANT,
        @JsonProperty("warning")
        WARNING,
        @JsonProperty("caution")
        CAUTION;

        public String lowerCase() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Callout {
        id = Blocks.orEmpty(id);
        kind = kind == null ? Kind.NOTE : kind;
        blocks = List.copyOf(blocks);
    }

    public Callout(Kind kind, @Nullable String title, List<Block> blocks) {
        this("", kind, title, blocks);
    }

    @Override
    public Callout withId(String id) {
        return new Callout(id, kind, title, blocks);
    }

    @Override
    public Callout mapText(UnaryOperator<String> rewrite) {
        return this;
    }

    @Override
    public Callout mapBlocks(UnaryOperator<List<Block>> rewrite) {
        return new Callout(id, kind, title, rewrite.apply(blocks));
    }

    @Override
    public List<List<Block>> children() {
        return List.of(blocks);
    }

    @Override
    public Stream<String> words() {
        return Stream.ofNullable(title);
    }

    /** GitHub's alert, with the title behind its kind. */
    @Override
    public String markdown() {
        String heading = title == null ? "" : " " + InlineText.inMarkdown(InlineText.literal(title));
        String inner = Blocks.markdown(blocks);
        // Only text may stand on the line below: of other blocks not each can follow a line of text directly.
        String gap = inner.isEmpty() ? "" : blocks.get(0) instanceof Paragraph ? "\n" : "\n\n";
        return Blocks.quoted("[!" + kind.name() + "]" + heading + gap + inner);
    }

    @Override
    public String html() {
        String heading = title == null ? "" : "<p><strong>" + SafeHtml.escape(title) + "</strong></p>";
        return "<aside class=\"callout\" data-kind=\"" + kind.lowerCase() + "\">" + heading + Blocks.rawHtml(blocks)
                + "</aside>";
    }

    @Override
    public String plain() {
        String inner = Blocks.plain(blocks);
        return title == null ? inner : title + ": " + inner;
    }
}
