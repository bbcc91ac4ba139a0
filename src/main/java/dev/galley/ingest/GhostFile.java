package dev.galley.ingest;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.galley.platform.InputError;
import dev.galley.platform.Problem;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.BiConsumer;

/** Goes through the tables of a Ghost export with one row in memory at a time; tables that nobody wants are passed by. */
final class GhostFile {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static final String POSTS = "posts";

    private final JsonParser json;
    private final Set<String> wanted;
    private final BiConsumer<String, JsonNode> rows;
    private boolean hasPosts;

    private GhostFile(JsonParser json, Set<String> wanted, BiConsumer<String, JsonNode> rows) {
        this.json = json;
        this.wanted = wanted;
        this.rows = rows;
    }

    /** {@code rows} is told the table of each row. */
    static void read(Path file, Set<String> wanted, BiConsumer<String, JsonNode> rows) {
        try (JsonParser json = MAPPER.createParser(file.toFile())) {
            GhostFile export = new GhostFile(json, wanted, rows);
            json.nextToken();
            export.object(export::member);
            if (!export.hasPosts) {
                throw Problem.member(
                        "", InputError.INVALID, "The file is no Ghost export: it has no table of posts in \"data\".");
            }
        } catch (JsonProcessingException e) {
            throw malformed(e);
        } catch (CharConversionException e) {
            throw Problem.member("", InputError.MALFORMED, "The file is not JSON in UTF-8.");
        } catch (IOException e) {
            throw new UncheckedIOException("An export that can't be read", e);
        }
    }

    private static Problem malformed(JsonProcessingException failure) {
        JsonLocation at = failure.getLocation();
        String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        return Problem.member("", InputError.MALFORMED, "The file is not JSON that can be read" + where + ".");
    }

    /** By its first members; whether it is a sound one, only reading it tells. */
    static boolean isOne(byte[] text) {
        try (JsonParser json = MAPPER.createParser(text)) {
            boolean isObject = json.nextToken() == JsonToken.START_OBJECT;
            while (isObject && json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if ((name.equals("db") && value == JsonToken.START_ARRAY)
                        || (name.equals("data") && value == JsonToken.START_OBJECT)) {
                    return true;
                }
                json.skipChildren();
            }
            return false;
        } catch (JsonProcessingException | CharConversionException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("An export that can't be read", e);
        }
    }

    private interface Member {
        void read(String name) throws IOException;
    }

    /** Reads an object whose first token is the current one; at the end, its last token is. */
    private void object(Member member) throws IOException {
        if (!json.hasToken(JsonToken.START_OBJECT)) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            member.read(name);
        }
    }

    /** Newer exports hold databases in an array, older ones are one themselves. */
    private void member(String name) throws IOException {
        if (name.equals("db") && json.hasToken(JsonToken.START_ARRAY)) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                object(this::databaseMember);
            }
        } else {
            databaseMember(name);
        }
    }

    private void databaseMember(String name) throws IOException {
        if (name.equals("data")) {
            object(this::table);
        } else {
            json.skipChildren();
        }
    }

    private void table(String name) throws IOException {
        boolean isTable = json.hasToken(JsonToken.START_ARRAY);
        hasPosts |= isTable && name.equals(POSTS);
        if (!isTable || !wanted.contains(name)) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.hasToken(JsonToken.START_OBJECT)) {
                rows.accept(name, MAPPER.readTree(json));
            } else {
                json.skipChildren();
            }
        }
    }
}
