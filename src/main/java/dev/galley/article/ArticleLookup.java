package dev.galley.article;

import dev.galley.delivery.Dependencies;
import dev.galley.document.Locales;
import dev.galley.platform.Ids;
import dev.galley.platform.InputError;
import dev.galley.platform.Problem;
import dev.galley.platform.ProblemType;
import dev.galley.text.Slug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Finds the published article that a path and a locale ask for, or says why there is none. */
@ApplicationScoped
public class ArticleLookup {
    private final LocaleConfig locales;

    ArticleLookup(LocaleConfig locales) {
        this.locales = locales;
    }

    /** The article, and the locale that was asked for where it answers with another. */
    public record Found(ArticleName name, @Nullable String askedLocale) {
        public UUID id() {
            return name.id();
        }

        /** All of it; gone where it was withdrawn since it was found. */
        public Article article() {
            return Article.<Article>findByIdOptional(name.id()).orElseThrow(ArticleLookup::gone);
        }

        /** Null where it answers in the locale that was asked for. */
        @Nullable
        Fallback fallback() {
            return askedLocale == null ? null : new Fallback(askedLocale, name.locale());
        }

        /** An answer that says which language it is in. */
        public <T> RestResponse<T> answer(T entity) {
            return ResponseBuilder.ok(entity)
                    .header(HttpHeaders.CONTENT_LANGUAGE, name.locale())
                    .build();
        }
    }

    /** By slug or id; 308 from an old slug, 410 where it is no longer public, 404 where it never was. */
    public Found find(String slugOrId, @Nullable String locale) {
        String asked = locale == null ? null : canonical(locale);
        ArticleName article = Ids.parse(slugOrId)
                .map(ArticleName::byId)
                .orElseGet(() -> bySlug(slugOrId, asked))
                .orElseThrow(() -> absent(slugOrId, asked));
        Found found = asked == null ? new Found(article, null) : inLocale(article, asked);
        Dependencies.slug(slugOrId);
        Dependencies.article(article.id());
        Dependencies.article(found.id());
        return found;
    }

    public static String canonical(String locale) {
        return canonical("locale", locale);
    }

    /** {@code parameter} is what a problem names. */
    public static String canonical(String parameter, String locale) {
        if (!Locales.isValid(locale)) {
            throw Problem.parameter(
                    parameter, InputError.INVALID, "This must be a language tag (BCP 47), for example en or de-CH.");
        }
        return Locales.canonical(locale);
    }

    private Optional<ArticleName> bySlug(String slug, @Nullable String asked) {
        if (!Slug.isValid(slug)) {
            return Optional.empty();
        }
        List<String> chain = locales.chain(asked == null ? locales.defaultLocale() : asked);
        return ArticleName.bySlug(slug).stream()
                .min(Comparator.comparingInt((ArticleName a) -> LocaleChain.rank(chain, a.locale()))
                        .thenComparing(ArticleName::locale));
    }

    private Found inLocale(ArticleName article, String asked) {
        if (article.locale().equals(asked)) {
            return new Found(article, null);
        }
        List<String> chain = locales.chain(asked);
        ArticleName nearest = article.translations().stream()
                .min(Comparator.comparingInt((ArticleName a) -> LocaleChain.rank(chain, a.locale()))
                        .thenComparing(a -> !a.id().equals(article.id()))
                        .thenComparing(ArticleName::locale))
                .orElse(article);
        return new Found(nearest, nearest.locale().equals(asked) ? null : asked);
    }

    private RuntimeException absent(String slugOrId, @Nullable String asked) {
        Optional<UUID> id = Ids.parse(slugOrId);
        if (id.isPresent()) {
            return PublicSlug.everLedTo(id.get()) ? gone() : notFound(slugOrId);
        }
        List<PublicSlug> former = Slug.isValid(slugOrId) ? PublicSlug.bySlug(slugOrId) : List.of();
        List<String> chain = locales.chain(asked == null ? locales.defaultLocale() : asked);
        return former.stream()
                .sorted(Comparator.comparingInt(slug -> LocaleChain.rank(chain, slug.locale)))
                .map(slug -> ArticleName.byId(slug.articleId))
                .flatMap(Optional::stream)
                .findFirst()
                .<RuntimeException>map(Moved::new)
                .orElseGet(() -> former.isEmpty() ? notFound(slugOrId) : gone());
    }

    private static Problem notFound(String slugOrId) {
        return Problem.notFound("article \"" + slugOrId + "\"");
    }

    static Problem gone() {
        return Problem.of(ProblemType.GONE, "This article was public and no longer is.");
    }
}
