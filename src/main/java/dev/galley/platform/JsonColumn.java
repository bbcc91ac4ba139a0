package dev.galley.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.persistence.AttributeConverter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** A value kept as JSON in one text column. */
public abstract class JsonColumn<T> implements AttributeConverter<T, String> {
    private final ObjectReader reader;
    private final ObjectWriter writer;

    protected JsonColumn(TypeReference<T> type) {
        this.reader = Json.storedReader(type);
        this.writer = Json.storedWriter(type);
    }

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable T value) {
        try {
            return value == null ? null : writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A value that can't be written", e);
        }
    }

    @Override
    public @Nullable T convertToEntityAttribute(@Nullable String json) {
        try {
            return json == null ? null : reader.readValue(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("What Galley stored is not what it wrote", e);
        }
    }
}
