package dev.galley.takeaway;

import dev.galley.document.Takeaway;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A published takeaway, at its place in its article. */
@Entity
@Table(name = "takeaway")
@IdClass(TakeawayRow.Key.class)
public class TakeawayRow extends PanacheEntityBase {
    @Id
    @Column(name = "article_id")
    public UUID articleId;

    @Id
    public UUID id;

    public int position;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    public String text;

    /** The primary key. */
    public record Key(UUID articleId, UUID id) {}

    public static TakeawayRow of(UUID articleId, String id) {
        TakeawayRow row = new TakeawayRow();
        row.articleId = articleId;
        row.id = UUID.fromString(id);
        return row;
    }

    public static List<TakeawayRow> ofArticle(UUID articleId) {
        return list("articleId", articleId);
    }

    /** Takes over what the document says. */
    public void fill(Takeaway takeaway, int position) {
        this.position = position;
        this.text = takeaway.text();
    }
}
