package dev.galley.text;

import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** How text members are written in an answer. */
public enum TextForm implements UnaryOperator<String> {
    /** As they are stored. */
    MARKDOWN(UnaryOperator.identity()),
    /** As safe HTML. */
    HTML(InlineText::html),
    /** As words alone. */
    PLAIN(InlineText::plain);

    private final UnaryOperator<String> writer;

    TextForm(UnaryOperator<String> writer) {
        this.writer = writer;
    }

    @Override
    public String apply(String text) {
        return writer.apply(text);
    }

    public static Optional<TextForm> byName(String name) {
        return Stream.of(values())
                .filter(form -> form.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
