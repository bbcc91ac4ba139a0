package dev.galley.platform;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Galley's JSON: strict in what it reads (unknown and duplicate members, wrong types, NUL and lone surrogates are
 * errors), one form in what it writes.
 */
@Singleton
public class Json implements ObjectMapperCustomizer {
    /** Deeper than any document in its limits, far from where a parser would overflow. */
    private static final int MAX_NESTING = 200;

    private static final int MAX_NUMBER_LENGTH = 100;

    /** For code outside of injection, equal to the injected one. */
    public static final ObjectMapper MAPPER = configure(JsonMapper.builder().build());

    /** For what Galley wrote: its texts and members were looked at when they came in. */
    private static final ObjectMapper STORED = common(JsonMapper.builder().build());

    @Override
    public void customize(ObjectMapper mapper) {
        configure(mapper);
    }

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A view that can't be written", e);
        }
    }

    /** The same in UTF-8. */
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A view that can't be written", e);
        }
    }

    /** As the declared type, so that a list of blocks says the type of each. */
    static ObjectWriter storedWriter(TypeReference<?> type) {
        return STORED.writerFor(type);
    }

    static ObjectReader storedReader(TypeReference<?> type) {
        return STORED.readerFor(type);
    }

    /** What a request sent, as a tree; a problem where it isn't JSON. */
    public static JsonNode parse(byte[] body) {
        try {
            JsonNode tree = MAPPER.readTree(body);
            if (tree == null || tree.isMissingNode()) {
                throw Problem.member("", InputError.REQUIRED, "The body is empty; JSON is expected.");
            }
            return tree;
        } catch (IOException e) {
            throw JsonProblems.of(e);
        }
    }

    /** A tree as a value; a problem that points at the member where it doesn't fit. */
    public static <T> T bind(JsonNode tree, Class<T> type) {
        try {
            T value = MAPPER.treeToValue(tree, type);
            if (value == null) {
                throw Problem.member("", InputError.WRONG_TYPE, "This must be an object.");
            }
            return value;
        } catch (MismatchedInputException e) {
            throw JsonProblems.of(e, tree);
        } catch (JsonProcessingException e) {
            throw JsonProblems.of(e);
        }
    }

    private static ObjectMapper configure(ObjectMapper mapper) {
        mapper.getFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
        mapper.registerModule(new SimpleModule("strict-text").addDeserializer(String.class, new StrictText()));
        return common(mapper);
    }

    private static ObjectMapper common(ObjectMapper mapper) {
        mapper.getFactory().setStreamReadConstraints(limits());
        mapper.getFactory().configure(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION.mappedFeature(), false);
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        mapper.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        mapper.setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
        mapper.registerModule(new JavaTimeModule());
        return mapper;
    }

    private static StreamReadConstraints limits() {
        return StreamReadConstraints.builder()
                .maxNestingDepth(MAX_NESTING)
                .maxNumberLength(MAX_NUMBER_LENGTH)
                .build();
    }

    /** Text is text: no number or boolean passes for it, and no character that can't be stored or shown. */
    private static final class StrictText extends StdScalarDeserializer<String> {
        StrictText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(com.fasterxml.jackson.core.JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            String text = parser.getText();
            if (!Unicode.isStorable(text)) {
                return (String) context.handleWeirdStringValue(
                        String.class, "", "holds U+0000 or half of a surrogate pair, which is no character");
            }
            return text;
        }
    }
}
