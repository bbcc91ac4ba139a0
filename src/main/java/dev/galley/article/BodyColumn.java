package dev.galley.article;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.galley.platform.JsonColumn;
import jakarta.persistence.Converter;

/** An article's body as JSON in one column. */
@Converter
public class BodyColumn extends JsonColumn<ArticleBody> {
    public BodyColumn() {
        super(new TypeReference<>() {});
    }
}
