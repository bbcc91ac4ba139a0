package dev.galley.access;

import dev.galley.platform.Ids;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One act of somebody, written in the transaction of the act. It holds no body and no secret, and never changes. */
@Entity
@Table(name = "audit")
public class AuditEntry extends PanacheEntityBase {
    @Id
    public UUID id;

    public Instant at;
    public String actor;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public AuditAction action;

    @Column(name = "subject_type")
    public String subjectType;

    @Column(name = "subject_id")
    public UUID subjectId;

    @Column(name = "subject_name")
    public String subjectName;

    @Column(name = "from_version")
    public @Nullable Long fromVersion;

    @Column(name = "to_version")
    public @Nullable Long toVersion;

    @Column(name = "request_id")
    public @Nullable String requestId;

    static void write(String actor, AuditAction action, AuditSubject subject, Instant at, @Nullable String requestId) {
        AuditEntry entry = new AuditEntry();
        entry.id = Ids.next();
        entry.at = at;
        entry.actor = actor;
        entry.action = action;
        entry.subjectType = subject.type();
        entry.subjectId = subject.id();
        entry.subjectName = subject.name();
        entry.fromVersion = subject.fromVersion();
        entry.toVersion = subject.toVersion();
        entry.requestId = requestId;
        entry.persist();
    }
}
