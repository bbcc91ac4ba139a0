package dev.galley.document.block;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A change of subject without a heading. */
public record Divider(String id) implements Block {
    public Divider {
        id = Blocks.orEmpty(id);
    }

    public Divider() {
        this("");
    }

    @Override
    public Divider withId(String id) {
        return new Divider(id);
    }

    @Override
    public Divider mapText(UnaryOperator<String> rewrite) {
        return this;
    }

    @Override
    public Stream<String> words() {
        return Stream.empty();
    }

    /** Stars, since dashes at the start of a list's item would be part of its mark. */
    @Override
    public String markdown() {
        return "***";
    }

    @Override
    public String html() {
        return "<hr>";
    }

    @Override
    public String plain() {
        return "* * *";
    }
}
