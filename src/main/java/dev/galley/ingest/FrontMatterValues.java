package dev.galley.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.text.Slug;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads single values of front matter; each that can't be used is named in a warning and read as null. */
final class FrontMatterValues {
    private final List<ImportWarning> warnings;

    FrontMatterValues(List<ImportWarning> warnings) {
        this.warnings = warnings;
    }

    @Nullable
    String text(String name, JsonNode value) {
        if (!value.isValueNode()) {
            ignored(name, "is no text");
            return null;
        }
        String text = value.asText().strip();
        return text.isEmpty() ? null : text;
    }

    @Nullable
    String title(String name, JsonNode value) {
        String title = text(name, value);
        return title == null ? null : title.replaceAll("\\s+", " ");
    }

    @Nullable
    String slug(String name, JsonNode value) {
        String slug = text(name, value);
        if (slug != null && !Slug.isValid(slug)) {
            ignored(name, "\"" + slug + "\" is no slug");
            return null;
        }
        return slug;
    }

    @Nullable
    String locale(String name, JsonNode value) {
        String locale = text(name, value);
        String tag = locale == null ? "" : locale.replace('_', '-');
        if (!tag.isEmpty() && !tag.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}+)*+")) {
            ignored(name, "\"" + tag + "\" is no language tag");
            return null;
        }
        return Locale.forLanguageTag(tag).toLanguageTag().equals("und")
                ? null
                : Locale.forLanguageTag(tag).toLanguageTag();
    }

    @Nullable
    Boolean bool(String name, JsonNode value) {
        if (value.isBoolean() || value.asText().matches("(?i)true|false|yes|no")) {
            return value.asText().matches("(?i)true|yes");
        }
        ignored(name, "is neither true nor false");
        return null;
    }

    @Nullable
    Instant time(String name, JsonNode value) {
        Instant time = Times.read(value.asText());
        if (time == null) {
            ignored(name, "\"" + value.asText() + "\" is no date");
        }
        return time;
    }

    @Nullable
    String member(String name, JsonNode object, String member) {
        JsonNode value = object.get(member);
        return value == null || value.isNull() ? null : text(name + "." + member, value);
    }

    @Nullable
    Integer number(String name, JsonNode object, String member) {
        JsonNode value = object.get(member);
        if (value == null || value.isNull()) {
            return null;
        } else if (value.canConvertToInt() && value.isIntegralNumber() && value.intValue() >= 0) {
            return value.intValue();
        }
        ignored(name + "." + member, "is no whole number");
        return null;
    }

    /** Always null, whatever was wanted. */
    @SuppressWarnings("TypeParameterUnusedInFormals")
    <T> @Nullable T unusable(String name, JsonNode value) {
        ignored(name, "can't be used: " + value);
        return null;
    }

    void ignored(String name, String why) {
        warnings.add(new ImportWarning(ImportWarning.FRONT_MATTER_IGNORED, "\"" + name + "\" " + why, null));
    }
}
