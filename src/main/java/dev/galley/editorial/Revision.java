package dev.galley.editorial;

import dev.galley.document.ArticleDocument;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A version of a draft as it was saved; it never changes again. */
@Entity
@IdClass(Revision.Key.class)
public class Revision extends PanacheEntityBase {
    @Id
    @Column(name = "draft_id")
    public UUID draftId;

    @Id
    public long number;

    @Convert(converter = DocumentColumn.class)
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    public ArticleDocument document;

    @Column(name = "saved_at")
    public Instant savedAt;

    @Column(name = "saved_by")
    public String savedBy;

    public @Nullable String note;

    /** The primary key. */
    public record Key(UUID draftId, long number) {}

    static void append(Draft draft, @Nullable String note) {
        Revision revision = new Revision();
        revision.draftId = draft.id;
        revision.number = draft.version;
        revision.document = draft.document;
        revision.savedAt = draft.updatedAt;
        revision.savedBy = draft.updatedBy;
        revision.note = note;
        revision.persist();
    }

    static Optional<Revision> of(Draft draft, long number) {
        return of(draft.id, number);
    }

    static Optional<Revision> of(UUID draftId, long number) {
        return findByIdOptional(new Key(draftId, number));
    }
}
