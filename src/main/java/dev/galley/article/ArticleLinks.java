package dev.galley.article;

import dev.galley.platform.Links;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an article can be read. */
@ApplicationScoped
public class ArticleLinks {
    private final Links links;
    private final LocaleConfig locales;

    ArticleLinks(Links links, LocaleConfig locales) {
        this.links = links;
        this.locales = locales;
    }

    /** Absolute URLs: the JSON, the frontend's page (or our HTML where none is configured), the Markdown, the JSON-LD. */
    @Schema(name = "ArticleLinks")
    public record View(String self, String html, String markdown, String jsonld) {}

    public View of(UUID id, String slug, String locale) {
        // A slug may stand in several locales; without a parameter it leads to the default one.
        String query = locale.equals(locales.defaultLocale()) ? "" : "?locale=" + locale;
        String self = links.to("/v1/articles/" + slug);
        return new View(
                self + query,
                links.articlePage(id.toString(), slug, locale).orElse(self + ".html" + query),
                self + ".md" + query,
                self + ".jsonld" + query);
    }
}
