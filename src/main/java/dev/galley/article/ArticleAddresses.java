package dev.galley.article;

import dev.galley.article.ArticleAddress.Form;
import dev.galley.document.Placed;
import dev.galley.document.Places;
import dev.galley.platform.Ids;
import dev.galley.platform.Links;
import dev.galley.platform.LinksConfig;
import dev.galley.text.InlineText;
import dev.galley.text.Slug;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells which links of a text lead to articles. */
@ApplicationScoped
public class ArticleAddresses {
    private static final Pattern OWN = Pattern.compile("(?i)article:(?<name>[^#?]*)[^#]*(?:#(?<anchor>.*))?");
    private static final Pattern API =
            Pattern.compile("(?<base>(?:(?i:https?:)?//[^/?#]+)?(?:/[^?#]*?)?)/v1/articles/(?<name>[^/?#.]+)"
                    + "(?<rest>[^#]*)(?:#(?<anchor>.*))?");
    private static final Pattern LOCALE = Pattern.compile("[?&]locale=([A-Za-z0-9-]+)");

    /** What stands in every text that leads to an article, unless escapes hide it. */
    private static final Pattern TRACES = Pattern.compile("(?i:article:)|/v1/articles/");

    private static final Pattern ESCAPES = Pattern.compile("[&\\\\]");

    private final Links links;
    private final Optional<ArticlePage> page;

    ArticleAddresses(Links links, LinksConfig config) {
        this.links = links;
        this.page = config.site().articleUrl().flatMap(ArticlePage::of);
    }

    /** A cheap test that spares most texts the parser: false only where no link leads to an article. */
    public boolean mayStandIn(String text) {
        return holdsLinks(text)
                && (TRACES.matcher(text).find()
                        || page.filter(known -> known.mayStandIn(text)).isPresent()
                        || ESCAPES.matcher(text).find());
    }

    /** The two ways to write one (CommonMark 0.31, §6.3 and §6.5). */
    private static boolean holdsLinks(String text) {
        return text.contains("](") || text.indexOf('<') >= 0;
    }

    public Optional<ArticleAddress> read(String destination) {
        Matcher own = OWN.matcher(destination);
        if (own.matches()) {
            return Optional.of(new ArticleAddress(Form.OWN, normal(own.group("name")), null, anchor(own), true));
        }
        Matcher api = API.matcher(destination);
        if (api.matches()) {
            Matcher locale = LOCALE.matcher(api.group("rest"));
            return address(Form.API, api, locale.find() ? locale.group(1) : null, links.isBase(api.group("base")));
        }
        return page.flatMap(known ->
                known.match(destination).flatMap(match -> address(Form.PAGE, match, known.locale(match), true)));
    }

    /** Every link to an article in a document, with its place. */
    public List<Placed<ArticleAddress>> in(Places document) {
        return document.texts().stream()
                .filter(text -> mayStandIn(text.value()))
                .flatMap(text -> InlineText.links(text.value()).stream()
                        .flatMap(destination -> read(destination).stream())
                        .map(address -> new Placed<>(text.pointer(), address)))
                .toList();
    }

    /** Nothing where the name can be no article's: {@code /v1/articles/} has other paths below it some day. */
    private static Optional<ArticleAddress> address(
            Form form, Matcher destination, @Nullable String locale, boolean isHere) {
        String name = normal(destination.group("name"));
        return isName(name)
                ? Optional.of(new ArticleAddress(form, name, locale, anchor(destination), isHere))
                : Optional.empty();
    }

    /** Whether an article can have this slug or id. */
    public static boolean isName(String name) {
        return Slug.isValid(name) || Ids.parse(name).isPresent();
    }

    private static String normal(String name) {
        return Ids.parse(name).map(id -> id.toString()).orElse(name);
    }

    private static @Nullable String anchor(Matcher destination) {
        String anchor = destination.group("anchor");
        return anchor == null || anchor.isEmpty() ? null : anchor;
    }
}
