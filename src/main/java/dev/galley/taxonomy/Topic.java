package dev.galley.taxonomy;

import dev.galley.document.TopicKind;
import dev.galley.platform.Ids;
import dev.galley.platform.StringListColumn;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What articles are about. */
@Entity
public class Topic extends PanacheEntityBase {
    @Id
    public UUID id;

    public String slug;
    public String name;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public TopicKind kind;

    public @Nullable String description;

    @Convert(converter = StringListColumn.class)
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    @Column(name = "same_as")
    public List<String> sameAs = List.of();

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "updated_at")
    public Instant updatedAt;

    public static Topic create(String slug, String name, TopicKind kind, Instant now) {
        Topic topic = new Topic();
        topic.id = Ids.next();
        topic.slug = slug;
        topic.name = name;
        topic.kind = kind;
        topic.createdAt = now;
        topic.updatedAt = now;
        topic.persist();
        return topic;
    }

    public static Optional<Topic> bySlug(String slug) {
        return find("slug", slug).firstResultOptional();
    }

    static Optional<Topic> lock(String slug) {
        return Topic.<Topic>find("slug", slug)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    public static Map<String, Topic> bySlugs(Collection<String> slugs) {
        return Topic.<Topic>list("slug in ?1", slugs).stream()
                .collect(Collectors.toMap(topic -> topic.slug, Function.identity()));
    }

    public static Map<String, UUID> ids(Collection<String> slugs) {
        return getEntityManager()
                .createQuery("select t.slug, t.id from Topic t where t.slug in :slugs", Object[].class)
                .setParameter("slugs", slugs)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (UUID) row[1]));
    }
}
