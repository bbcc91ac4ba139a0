package dev.galley.editorial;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.galley.document.ArticleDocument;
import dev.galley.platform.JsonColumn;
import jakarta.persistence.Converter;

/** A whole document as JSON in one column. */
@Converter
public class DocumentColumn extends JsonColumn<ArticleDocument> {
    public DocumentColumn() {
        super(new TypeReference<>() {});
    }
}
