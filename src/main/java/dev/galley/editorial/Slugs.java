package dev.galley.editorial;

import dev.galley.article.Article;
import dev.galley.document.ArticleDocument;
import dev.galley.platform.Problem;
import dev.galley.platform.ProblemType;
import dev.galley.text.Slug;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who holds which slug: in one locale no two drafts may, and no draft another article's public one. */
final class Slugs {
    private Slugs() {}

    /** The one that was asked for, or the one that the draft has, or a free one from the title. */
    static ArticleDocument settle(ArticleDocument document, @Nullable Draft draft) {
        UUID own = draft == null ? null : draft.id;
        if (!document.slug().isEmpty()) {
            refuseTaken(document.slug(), document.locale(), own);
            return document;
        }
        if (draft != null && draft.locale.equals(document.locale())) {
            return document.withSlug(draft.slug);
        }
        String wanted = Slug.of(document.title(), "article");
        return document.withSlug(Slug.firstFree(
                wanted, slug -> holder(slug, document.locale(), own).isPresent()));
    }

    static void refuseTaken(String slug, String locale, @Nullable UUID own) {
        holder(slug, locale, own).ifPresent(holder -> {
            throw taken(holder);
        });
    }

    private record Holder(UUID id, String slug, String title) {}

    /** Another draft, or another article that still is public under a slug that its draft has given up. */
    private static Optional<Holder> holder(String slug, String locale, @Nullable UUID own) {
        return Draft.holding(slug, locale)
                .map(draft -> new Holder(draft.id, draft.slug, draft.title))
                .or(() -> Article.<Article>find("slug = ?1 and locale = ?2", slug, locale)
                        .firstResultOptional()
                        .map(article -> new Holder(article.id, article.slug, article.title)))
                .filter(holder -> !holder.id().equals(own));
    }

    private static Problem taken(Holder holder) {
        return Problem.of(
                        ProblemType.SLUG_TAKEN,
                        "The slug \"" + holder.slug() + "\" belongs to \"" + holder.title() + "\".")
                .with("holder", Map.of("id", holder.id(), "slug", holder.slug(), "title", holder.title()));
    }
}
