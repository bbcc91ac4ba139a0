package dev.galley.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The schema.org data in a page; scripts that don't parse say nothing. */
record JsonLd(@Nullable JsonNode article, List<JsonNode> faqPages) {
    private static final JsonMapper LENIENT = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .build();

    private static final Pattern ARTICLE = Pattern.compile("(?:https?://schema\\.org/)?\\w*(?:Article|Posting|Report)");
    private static final Pattern FAQ_PAGE = Pattern.compile("(?:https?://schema\\.org/)?FAQPage");
    private static final int DEEPEST = 5;

    static JsonLd of(Document page) {
        List<JsonNode> things = new ArrayList<>();
        for (Element script : page.select("script[type=application/ld+json]")) {
            collect(parsed(script.data()), things, 0);
        }
        JsonNode article =
                things.stream().filter(thing -> is(thing, ARTICLE)).findFirst().orElse(null);
        return new JsonLd(
                article, things.stream().filter(thing -> is(thing, FAQ_PAGE)).toList());
    }

    private static JsonNode parsed(String data) {
        try {
            JsonNode node = LENIENT.readTree(data.replace("<!--", "").replace("-->", ""));
            return node == null ? LENIENT.missingNode() : node;
        } catch (JsonProcessingException e) {
            return LENIENT.missingNode();
        }
    }

    private static void collect(JsonNode node, List<JsonNode> things, int depth) {
        if (depth > DEEPEST) {
            return;
        } else if (node.isArray()) {
            node.forEach(member -> collect(member, things, depth + 1));
        } else if (node.isObject()) {
            things.add(node);
            collect(node.path("@graph"), things, depth + 1);
            collect(node.path("mainEntity"), things, depth + 1);
            collect(node.path("hasPart"), things, depth + 1);
        }
    }

    private static boolean is(JsonNode thing, Pattern type) {
        return all(thing.path("@type")).stream()
                .anyMatch(name -> type.matcher(name.asText()).matches());
    }

    /** One or many, as JSON-LD has it everywhere. */
    static List<JsonNode> all(JsonNode node) {
        if (!node.isArray()) {
            return node.isMissingNode() || node.isNull() ? List.of() : List.of(node);
        }
        List<JsonNode> all = new ArrayList<>();
        node.forEach(all::add);
        return all;
    }

    /** A member of the article as text; "" where it has none. */
    String text(String member) {
        JsonNode value = article == null ? LENIENT.missingNode() : article.path(member);
        return value.isTextual() ? value.asText().strip() : "";
    }
}
