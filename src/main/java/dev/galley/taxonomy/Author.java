package dev.galley.taxonomy;

import dev.galley.platform.Ids;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who writes articles. */
@Entity
public class Author extends PanacheEntityBase {
    @Id
    public UUID id;

    public String slug;
    public String name;
    public @Nullable String url;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "updated_at")
    public Instant updatedAt;

    public static Author create(String slug, String name, @Nullable String url, Instant now) {
        Author author = new Author();
        author.id = Ids.next();
        author.slug = slug;
        author.name = name;
        author.url = url;
        author.createdAt = now;
        author.updatedAt = now;
        author.persist();
        return author;
    }

    public static Optional<Author> bySlug(String slug) {
        return find("slug", slug).firstResultOptional();
    }

    static Optional<Author> lock(String slug) {
        return Author.<Author>find("slug", slug)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    public static Map<String, Author> bySlugs(Collection<String> slugs) {
        return Author.<Author>list("slug in ?1", slugs).stream()
                .collect(Collectors.toMap(author -> author.slug, Function.identity()));
    }

    public static Map<String, UUID> ids(Collection<String> slugs) {
        return getEntityManager()
                .createQuery("select t.slug, t.id from Author t where t.slug in :slugs", Object[].class)
                .setParameter("slugs", slugs)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (UUID) row[1]));
    }
}
