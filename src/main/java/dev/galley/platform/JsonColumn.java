package dev.galley.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.AttributeConverter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** A value kept as JSON in one text column. */
public abstract class JsonColumn<T> implements AttributeConverter<T, String> {
    private final TypeReference<T> type;

    protected JsonColumn(TypeReference<T> type) {
        this.type = type;
    }

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable T value) {
        return value == null ? null : Json.write(value, type);
    }

    @Override
    public @Nullable T convertToEntityAttribute(@Nullable String json) {
        try {
            return json == null ? null : Json.MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("What Galley stored is not what it wrote", e);
        }
    }
}
