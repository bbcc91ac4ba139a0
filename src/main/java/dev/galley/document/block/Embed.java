package dev.galley.document.block;

import dev.galley.document.Required;
import dev.galley.text.SafeHtml;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Something that lives elsewhere (a video, a post, a sandbox) and is shown in place by the frontend. */
public record Embed(
        String id,
        @Required String url,
        @Nullable String provider,
        @Nullable String title) implements Block {
    private static final Map<Pattern, String> PROVIDERS = Map.of(
            Pattern.compile("^https?://(www\\.|m\\.)?(youtube(-nocookie)?\\.com/(watch|embed|shorts)|youtu\\.be/.)"),
            "youtube",
            Pattern.compile("^https?://((www\\.)?vimeo\\.com/\\d|player\\.vimeo\\.com/.)"),
            "vimeo",
            Pattern.compile("^https?://codepen\\.io/[^/]+/(pen|embed)/"),
            "codepen");

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

    /** Whether an address alone says that it is something to show in place. */
    public static boolean isKnown(String url) {
        return url.startsWith("https://") && url.matches("\\S+") && providerOf(url) != null;
    }

    /** The provider that an address is known by; null where it isn't one of the widely used. */
    public static @Nullable String providerOf(String url) {
        return PROVIDERS.entrySet().stream()
                .filter(known -> known.getKey().matcher(url).find())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** Markdown has no embed of its own: the {@code iframe} that other tools write, on a line of its own. */
    @Override
    public String markdown() {
        String known = providerOf(url);
        String named =
                Objects.equals(provider, known) ? "" : attribute("data-provider", provider == null ? "" : provider);
        return "<iframe src=\"" + SafeHtml.escape(url) + "\"" + attribute("title", title) + named + "></iframe>";
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
