package dev.galley.section;

import dev.galley.article.BlocksColumn;
import dev.galley.document.Section;
import dev.galley.document.block.Block;
import dev.galley.document.block.Blocks;
import dev.galley.document.block.Code;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A published section, at its place in its article's reading order. */
@Entity
@Table(name = "section")
@IdClass(SectionRow.Key.class)
public class SectionRow extends PanacheEntityBase {
    @Id
    @Column(name = "article_id")
    public UUID articleId;

    @Id
    public UUID id;

    @Column(name = "parent_id")
    public @Nullable UUID parentId;

    public int position;
    public int level;
    public String anchor;
    public String heading;

    @Convert(converter = BlocksColumn.class)
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    public List<Block> blocks;

    @ElementCollection
    @CollectionTable(
            name = "section_code_language",
            joinColumns = {
                @JoinColumn(name = "article_id", referencedColumnName = "article_id"),
                @JoinColumn(name = "section_id", referencedColumnName = "id")
            })
    @Column(name = "language")
    public Set<String> codeLanguages = new HashSet<>();

    private static final int LONGEST_LANGUAGE = 100;

    /** The primary key. */
    public record Key(UUID articleId, UUID id) {}

    public static SectionRow of(UUID articleId, String id) {
        SectionRow row = new SectionRow();
        row.articleId = articleId;
        row.id = UUID.fromString(id);
        return row;
    }

    public static List<SectionRow> ofArticle(UUID articleId) {
        return list("articleId", articleId);
    }

    /** Takes over what the document says. */
    public void fill(Section section, @Nullable UUID parent, int position, int level) {
        this.parentId = parent;
        this.position = position;
        this.level = level;
        this.anchor = section.anchor();
        this.heading = section.heading();
        this.blocks = section.blocks();
        Set<String> languages = codeLanguages(section);
        if (!codeLanguages.equals(languages)) {
            codeLanguages = languages;
        }
    }

    /** What the code in a section itself is written in, as {@code codeLanguage=} asks for it. */
    public static Set<String> codeLanguages(Section section) {
        return Blocks.walk(section.blocks())
                .filter(Code.class::isInstance)
                .map(block -> ((Code) block).language())
                .filter(language -> language != null && !language.isBlank())
                .map(language -> language.toLowerCase(Locale.ROOT))
                // Some letters become two in lower case, and no language has a name as long as the limit.
                .filter(language -> language.length() <= LONGEST_LANGUAGE)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
