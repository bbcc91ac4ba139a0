package dev.galley.document.block;

import dev.galley.document.Required;
import dev.galley.text.InlineText;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Running text. */
public record Paragraph(String id, @Required String text) implements Block {
    public Paragraph {
        id = Blocks.orEmpty(id);
    }

    public Paragraph(String text) {
        this("", text);
    }

    @Override
    public Paragraph withId(String id) {
        return new Paragraph(id, text);
    }

    @Override
    public Paragraph mapText(UnaryOperator<String> rewrite) {
        return new Paragraph(id, rewrite.apply(text));
    }

    @Override
    public Stream<String> words() {
        return Stream.of(InlineText.plain(text));
    }

    @Override
    public String markdown() {
        return InlineText.inMarkdown(text);
    }

    @Override
    public String html() {
        return "<p>" + InlineText.html(text) + "</p>";
    }

    @Override
    public String plain() {
        return InlineText.plain(text);
    }
}
