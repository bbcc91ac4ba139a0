package dev.galley.taxonomy;

import dev.galley.platform.Ids;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** Articles that are read one after the other. */
@Entity
public class Series extends PanacheEntityBase {
    @Id
    public UUID id;

    public String slug;
    public String title;

    public static Series create(String slug, String title) {
        Series series = new Series();
        series.id = Ids.next();
        series.slug = slug;
        series.title = title;
        series.persist();
        return series;
    }

    /** Nobody else looks for a place in it until the transaction ends. */
    public static void lock(String slug) {
        Series.<Series>find("slug", slug)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    public static Optional<Series> bySlug(String slug) {
        return find("slug", slug).firstResultOptional();
    }
}
