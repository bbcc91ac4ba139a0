package dev.galley.platform;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.util.List;

/** A list of strings as a JSON array in one column. */
@Converter
public class StringListColumn extends JsonColumn<List<String>> {
    public StringListColumn() {
        super(new TypeReference<>() {});
    }
}
