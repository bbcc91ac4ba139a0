package dev.galley.document.block;

import dev.galley.document.Required;
import dev.galley.text.SafeHtml;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Something that lives elsewhere (a video, a post, a sandbox) and is shown in place by the frontend. */
public record Embed(
        String id,
        @Required String url,
        @Nullable String provider,
        @Nullable String title) implements Block {
    public Embed {
        id = Blocks.orEmpty(id);
    }

    public Embed(String url, @Nullable String provider, @Nullable String title) {
        this("", url, provider, title);
    }

    @Override
    public Embed withId(String id) {
        return new Embed(id, url, provider, title);
    }

    @Override
    public Embed mapText(UnaryOperator<String> rewrite) {
        return this;
    }

    @Override
    public Stream<String> words() {
        return Stream.ofNullable(title);
    }

    /** Markdown has no embed of its own: the {@code iframe} that other tools write, on a line of its own. */
    @Override
    public String markdown() {
        return "<iframe src=\"" + SafeHtml.escape(url) + "\"" + attribute("title", title)
                + attribute("data-provider", provider) + "></iframe>";
    }

    /** A link, so that a page decides itself what it loads from elsewhere. */
    @Override
    public String html() {
        return "<figure><a href=\"" + SafeHtml.escape(url) + "\"" + attribute("data-provider", provider) + ">"
                + SafeHtml.escape(title == null ? url : title) + "</a></figure>";
    }

    @Override
    public String plain() {
        return title == null ? url : title + " " + url;
    }

    private static String attribute(String name, @Nullable String value) {
        return value == null ? "" : " " + name + "=\"" + SafeHtml.escape(value).replace("\n", " ") + "\"";
    }
}
