package dev.galley.editorial;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** That a draft is to be published or withdrawn at a time. It is gone as soon as it was kept or cancelled. */
@Entity
@IdClass(Appointment.Key.class)
public class Appointment extends PanacheEntityBase {
    /** What is to be done. */
    public enum Action {
        @JsonProperty("publish")
        PUBLISH,
        @JsonProperty("unpublish")
        UNPUBLISH
    }

    private static final int LONGEST_FAILURE = 2_000;

    @Id
    @Column(name = "draft_id")
    public UUID draftId;

    @Id
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public Action action;

    public Instant at;

    @Column(name = "made_by")
    public String madeBy;

    public @Nullable String note;

    /** Why it could not be kept; such a one waits for an editor. */
    public @Nullable String failure;

    /** The primary key. */
    public record Key(UUID draftId, Action action) {}

    /** In place of the one that the draft may have for the same action. */
    static void make(Draft draft, Action action, Instant at, String by, @Nullable String note) {
        Appointment appointment = find(draft.id, action);
        if (appointment == null) {
            appointment = new Appointment();
            appointment.draftId = draft.id;
            appointment.action = action;
        }
        appointment.at = at;
        appointment.madeBy = by;
        appointment.note = note;
        appointment.failure = null;
        appointment.persist();
    }

    static @Nullable Appointment find(UUID draftId, Action action) {
        return findById(new Key(draftId, action));
    }

    static List<Appointment> of(Draft draft) {
        return list("draftId", draft.id);
    }

    static void cancel(Draft draft, Action action) {
        Appointment appointment = find(draft.id, action);
        if (appointment != null) {
            appointment.delete();
        }
    }

    /** Those whose time has come, the longest due first. */
    static List<Key> due(Instant now, int limit) {
        return getEntityManager()
                .createQuery(
                        "select new dev.galley.editorial.Appointment$Key(a.draftId, a.action) from Appointment a"
                                + " where a.at <= :now and a.failure is null order by a.at, a.draftId, a.action",
                        Key.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    void failed(String why) {
        failure = why.length() > LONGEST_FAILURE ? why.substring(0, LONGEST_FAILURE) : why;
    }
}
