package dev.galley.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.change.ChangeType;
import dev.galley.document.Locales;
import dev.galley.document.Required;
import dev.galley.platform.InputError;
import dev.galley.platform.Json;
import dev.galley.platform.Problem;
import dev.galley.text.Slug;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A webhook as an administrator writes it. */
public record WebhookInput(
        @Required
        @Schema(
                description = "Absolute, https, at most 2,000 characters; http and private addresses only where the"
                        + " setting galley.webhooks.allow-private says so.",
                example = "https://www.example.com/hooks/galley")
        String url,

        @Nullable String name,

        @Schema(description = "Which changes it is told of; all where there are none.")
        List<ChangeType> types,

        @Schema(
                description = "Slugs: changes of articles that have or had any of these topics, and those of topics and"
                        + " authors.")
        List<String> topics,

        @Schema(description = "Changes of articles that are or were in any of these, and those of topics and authors.")
        List<String> locales,

        @Schema(description = "While it is, changes wait for it, as long as galley.webhooks.keep says.")
        Boolean paused) {
    private static final Set<String> SERVER_MADE =
            Set.of("id", "createdAt", "createdBy", "updatedAt", "secret", "pausedBecause", "previousSecretUntil");

    private static final int LONGEST_NAME = 200;
    private static final int MOST_VALUES = 100;

    /** What is left out stands for all, and a webhook isn't paused unless somebody says so. */
    public WebhookInput(
            String url,
            @Nullable String name,
            @Nullable List<ChangeType> types,
            @Nullable List<String> topics,
            @Nullable List<String> locales,
            @Nullable Boolean paused) {
        this.url = url;
        this.name = name;
        this.types = distinct(types);
        this.topics = distinct(topics);
        this.locales = distinct(locales);
        this.paused = Objects.requireNonNullElse(paused, false);
    }

    /** What a webhook is now, as the ground of a patch. */
    static WebhookInput of(Webhook webhook) {
        return new WebhookInput(
                webhook.url, webhook.name, webhook.types, webhook.topics, webhook.locales, webhook.paused);
    }

    /** Refuses what only Galley may say of a webhook. */
    static JsonNode parse(byte[] body) {
        JsonNode json = Json.parse(body);
        Set<String> refused = new TreeSet<>(SERVER_MADE);
        refused.removeIf(name -> !json.has(name));
        if (!refused.isEmpty()) {
            throw Problem.invalid(refused.stream().map(WebhookInput::serverMade).toList());
        }
        return json;
    }

    static WebhookInput bind(JsonNode json) {
        WebhookInput input = Json.bind(json, WebhookInput.class);
        input.checkName();
        checkSize("/topics", input.topics);
        checkSize("/locales", input.locales);
        checkEach("/topics/", input.topics, topic -> Slug.isValid(topic) ? null : "This is not a slug.");
        checkEach(
                "/locales/",
                input.locales,
                locale -> Locales.isValid(locale)
                        ? null
                        : "This must be a language tag (BCP 47), for example en or de-CH.");
        return input.withCanonicalLocales();
    }

    private WebhookInput withCanonicalLocales() {
        return new WebhookInput(
                url,
                name,
                types,
                topics,
                locales.stream().map(Locales::canonical).toList(),
                paused);
    }

    private void checkName() {
        if (name != null && name.isBlank()) {
            throw Problem.member("/name", InputError.INVALID, "A name says something, or is left out.");
        } else if (name != null && name.length() > LONGEST_NAME) {
            throw Problem.member("/name", InputError.TOO_LONG, "At most " + LONGEST_NAME + " characters.");
        }
    }

    private static void checkSize(String pointer, Collection<?> values) {
        if (values.size() > MOST_VALUES) {
            throw Problem.member(pointer, InputError.TOO_MANY, "At most " + MOST_VALUES + " values.");
        }
    }

    /** {@code complaint} is null for a good value. */
    private static void checkEach(String pointer, List<String> values, UnaryOperator<@Nullable String> complaint) {
        List<InputError> errors = IntStream.range(0, values.size())
                .boxed()
                .flatMap(i -> Stream.ofNullable(complaint.apply(values.get(i)))
                        .map(detail -> InputError.pointer(pointer + i, InputError.INVALID, detail)))
                .toList();
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    private static <T> List<T> distinct(@Nullable List<T> values) {
        return values == null ? List.of() : values.stream().distinct().toList();
    }

    private static InputError serverMade(String name) {
        return InputError.pointer(
                "/" + name, InputError.SERVER_MADE, "\"" + name + "\" is made by Galley. Leave it out.");
    }
}
