package dev.galley.faq;

import dev.galley.article.BlocksColumn;
import dev.galley.document.Faq;
import dev.galley.document.block.Block;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A published question with its answer, at its place in its article. */
@Entity
@Table(name = "faq")
@IdClass(FaqRow.Key.class)
public class FaqRow extends PanacheEntityBase {
    @Id
    @Column(name = "article_id")
    public UUID articleId;

    @Id
    public UUID id;

    public int position;
    public String anchor;
    public String question;

    @Convert(converter = BlocksColumn.class)
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    public List<Block> answer;

    /** The primary key. */
    public record Key(UUID articleId, UUID id) {}

    public static FaqRow of(UUID articleId, String id) {
        FaqRow row = new FaqRow();
        row.articleId = articleId;
        row.id = UUID.fromString(id);
        return row;
    }

    public static List<FaqRow> ofArticle(UUID articleId) {
        return list("articleId", articleId);
    }

    /** Takes over what the document says. */
    public void fill(Faq faq, int position) {
        this.position = position;
        this.anchor = faq.anchor();
        this.question = faq.question();
        this.answer = faq.answer();
    }
}
