package dev.galley.article;

import dev.galley.document.Hero;
import dev.galley.document.Seo;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A published article. Everything that delivery shows of it is here and in the rows that name it; never in a draft. */
@Entity
public class Article extends PanacheEntityBase {
    @Id
    public UUID id;

    public String slug;
    public String locale;

    @Column(name = "translation_key")
    public @Nullable String translationKey;

    public String title;

    /** What it is sorted by, as {@link TitleOrder} writes it. */
    @Column(name = "title_key")
    public String titleKey;

    public @Nullable String summary;

    @Convert(converter = HeroColumn.class)
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    public @Nullable Hero hero;

    @Convert(converter = SeoColumn.class)
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    public Seo seo;

    @Column(name = "series_id")
    public @Nullable UUID seriesId;

    @Column(name = "series_position")
    public @Nullable Integer seriesPosition;

    @Convert(converter = BodyColumn.class)
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    public ArticleBody body;

    @Column(name = "published_at")
    public Instant publishedAt;

    @Column(name = "updated_at")
    public Instant updatedAt;

    public long version;

    @Column(name = "word_count")
    public int wordCount;

    @Column(name = "reading_minutes")
    public int readingMinutes;

    /** Whether there is at least one such block in it. */
    @Column(name = "has_code")
    public boolean hasCode;

    @Column(name = "has_images")
    public boolean hasImages;
}
