package dev.galley.job;

import dev.galley.platform.Ids;
import dev.galley.platform.StringListColumn;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One piece of work that goes on by itself. */
@Entity
public class Job extends PanacheEntityBase {
    /** A job that gave no sign of life for that long has died with its node. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(1);

    private static final int LONGEST_NODE = 200;
    private static final int LONGEST_DETAIL = 2_000;

    @Id
    public UUID id;

    public String kind;

    /** The process at work. */
    public String node;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public JobState state;

    public int total;
    public int done;
    public int failed;

    @Convert(converter = StringListColumn.class)
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    public List<String> warnings = List.of();

    public @Nullable String detail;

    /** What it was told, for whoever takes it up again. */
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    public @Nullable String arguments;

    @Column(name = "started_at")
    public Instant startedAt;

    @Column(name = "updated_at")
    public Instant updatedAt;

    @Column(name = "finished_at")
    public @Nullable Instant finishedAt;

    public static Job begin(String kind, Instant now) {
        Job job = new Job();
        job.id = Ids.next();
        job.kind = kind;
        job.node = thisNode();
        job.state = JobState.RUNNING;
        job.startedAt = now;
        job.updatedAt = now;
        job.persist();
        return job;
    }

    public void total(int total, Instant now) {
        this.total = total;
        this.updatedAt = now;
    }

    /** One of them has come to its end. */
    public void oneMore(boolean failed, Instant now) {
        done += failed ? 0 : 1;
        this.failed += failed ? 1 : 0;
        total = Math.max(total, done + this.failed);
        updatedAt = now;
    }

    /** One that seemed to be done. */
    public void oneFailedAfterAll(Instant now) {
        done--;
        failed++;
        updatedAt = now;
    }

    void progress(int total, int done, int failed, Instant now) {
        this.total = total;
        this.done = done;
        this.failed = failed;
        this.updatedAt = now;
    }

    void end(JobState state, @Nullable String detail, Instant now) {
        this.state = state;
        this.detail = detail == null ? null : detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL));
        this.updatedAt = now;
        this.finishedAt = now;
    }

    boolean isAbandoned(Instant now) {
        return state == JobState.RUNNING && updatedAt.isBefore(now.minus(LONGEST_SILENCE));
    }

    /** Those of a kind that haven't come to their end. */
    public static List<Job> running(String kind) {
        return list("kind = ?1 and state = ?2 order by startedAt", kind, JobState.RUNNING);
    }

    /** The process and its machine. */
    private static String thisNode() {
        String name = ManagementFactory.getRuntimeMXBean().getName();
        return name.substring(0, Math.min(name.length(), LONGEST_NODE));
    }
}
