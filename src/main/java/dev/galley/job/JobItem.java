package dev.galley.job;

import dev.galley.platform.StringListColumn;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One of the things that a job is about, and what became of it. */
@Entity
@Table(name = "job_item")
@IdClass(JobItem.Key.class)
public class JobItem extends PanacheEntityBase {
    private static final int LONGEST_NAME = 1_000;
    private static final int LONGEST_PROBLEM = 2_000;

    @Id
    @Column(name = "job_id")
    public UUID jobId;

    /** Its place among them, from 1. */
    @Id
    public int number;

    public String name;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public JobOutcome outcome;

    @Column(name = "to_publish")
    public boolean toPublish;

    public boolean published;

    @Column(name = "article_id")
    public @Nullable UUID articleId;

    public @Nullable String slug;

    @Convert(converter = StringListColumn.class)
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    public List<String> warnings = List.of();

    public @Nullable String problem;

    @Convert(converter = StringListColumn.class)
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    @Column(name = "former_slugs")
    public List<String> formerSlugs = List.of();

    /** The primary key. */
    public record Key(UUID jobId, int number) {}

    public static JobItem of(UUID job, int number, String name, JobOutcome outcome) {
        JobItem item = new JobItem();
        item.jobId = job;
        item.number = number;
        item.name = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        item.outcome = outcome;
        return item;
    }

    public static Optional<JobItem> find(UUID job, int number) {
        return findByIdOptional(new Key(job, number));
    }

    /** The numbers of those that are saved and not yet published. */
    public static List<Integer> toPublish(UUID job) {
        return getEntityManager()
                .createQuery(
                        "select i.number from JobItem i where i.jobId = :job and i.toPublish order by i.number",
                        Integer.class)
                .setParameter("job", job)
                .getResultList();
    }

    /** Whether another one before it was about the same article. */
    public static boolean wasAbout(UUID job, int before, UUID article) {
        return count("jobId = ?1 and number < ?2 and articleId = ?3", job, before, article) > 0;
    }

    static List<JobItem> first(UUID job, int limit) {
        return JobItem.<JobItem>find("jobId = ?1 order by number", job)
                .page(0, limit)
                .list();
    }

    public void fail(String problem) {
        outcome = JobOutcome.FAILED;
        this.problem = problem.substring(0, Math.min(problem.length(), LONGEST_PROBLEM));
    }
}
