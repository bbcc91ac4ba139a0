package dev.galley.editorial;

import dev.galley.document.ArticleDocument;
import dev.galley.document.SeriesPlace;
import dev.galley.taxonomy.Series;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Gives an article its place in a series where its document names none. Each locale counts for itself. */
final class SeriesPlaces {
    private static final UUID NOBODY = new UUID(0, 0);

    private static final String TAKEN = """
            select d.seriesPosition from Draft d
            where d.seriesSlug = ?1 and d.locale = ?2 and d.id <> ?3 and d.status <> ?4 and d.seriesPosition is not null""";

    private static final String OF_TRANSLATIONS = """
            select d.seriesPosition from Draft d
            where d.seriesSlug = ?1 and d.translationKey = ?2 and d.id <> ?3 and d.status <> ?4
            and d.seriesPosition is not null order by d.createdAt, d.id""";

    private SeriesPlaces() {}

    /** The place that the draft has; or else the one of its translations, where it is free; or else the next. */
    static ArticleDocument settle(ArticleDocument document, @Nullable Draft draft) {
        SeriesPlace place = document.series();
        if (place == null || place.position() != null) {
            return document;
        }
        Integer kept = draft == null ? null : kept(place.slug(), document.locale(), draft);
        int position = kept == null ? free(document, place.slug(), draft == null ? NOBODY : draft.id) : kept;
        return document.withTaxonomy(
                document.authors(), document.topics(), new SeriesPlace(place.slug(), place.title(), position));
    }

    private static @Nullable Integer kept(String series, String locale, Draft draft) {
        return series.equals(draft.seriesSlug) && locale.equals(draft.locale) ? draft.seriesPosition : null;
    }

    private static int free(ArticleDocument document, String series, UUID own) {
        Series.lock(series);
        List<Integer> taken = positions(TAKEN, series, document.locale(), own);
        return document.translationKey() == null
                ? next(taken)
                : positions(OF_TRANSLATIONS, series, document.translationKey(), own).stream()
                        .filter(position -> !taken.contains(position))
                        .findFirst()
                        .orElseGet(() -> next(taken));
    }

    private static List<Integer> positions(String query, String series, String localeOrKey, UUID own) {
        return Draft.getEntityManager()
                .createQuery(query, Integer.class)
                .setParameter(1, series)
                .setParameter(2, localeOrKey)
                .setParameter(3, own)
                .setParameter(4, DraftStatus.TRASHED)
                .getResultList();
    }

    private static int next(List<Integer> taken) {
        int last = taken.stream().mapToInt(position -> position).max().orElse(0);
        return last < Integer.MAX_VALUE
                ? last + 1
                : IntStream.iterate(1, position -> position + 1)
                        .filter(position -> !taken.contains(position))
                        .findFirst()
                        .orElseThrow();
    }
}
