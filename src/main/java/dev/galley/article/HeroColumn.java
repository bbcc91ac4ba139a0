package dev.galley.article;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.galley.document.Hero;
import dev.galley.platform.JsonColumn;
import jakarta.persistence.Converter;

/** An article's picture as JSON in one column. */
@Converter
public class HeroColumn extends JsonColumn<Hero> {
    public HeroColumn() {
        super(new TypeReference<>() {});
    }
}
