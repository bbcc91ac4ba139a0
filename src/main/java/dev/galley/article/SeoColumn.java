package dev.galley.article;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.galley.document.Seo;
import dev.galley.platform.JsonColumn;
import jakarta.persistence.Converter;

/** What search engines are told as JSON in one column. */
@Converter
public class SeoColumn extends JsonColumn<Seo> {
    public SeoColumn() {
        super(new TypeReference<>() {});
    }
}
