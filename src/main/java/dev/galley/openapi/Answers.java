package dev.galley.openapi;

import dev.galley.platform.ProblemMappers;
import dev.galley.platform.ProblemType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Every status that a call can answer, by what kind of call it is. */
final class Answers {
    private static final Set<String> WHOLE_DOCUMENT_WRITES = Set.of("replaceDraft", "patchDraft", "trashDraft");
    private static final Set<String> PUBLISHING = Set.of("publishDraft", "importArticle");

    private final String path;
    private final HttpMethod method;
    private final Operation operation;

    Answers(String path, HttpMethod method, Operation operation) {
        this.path = path;
        this.method = method;
        this.operation = operation;
    }

    /** A reusable answer for each type of problem. */
    static void define(Components components) {
        for (ProblemType type : ProblemType.values()) {
            components.addResponse(
                    name(type),
                    OASFactory.createAPIResponse()
                            .description(type.title())
                            .content(OASFactory.createContent()
                                    .addMediaType(
                                            ProblemMappers.MEDIA_TYPE,
                                            OASFactory.createMediaType()
                                                    .schema(OASFactory.createSchema()
                                                            .ref("Problem"))
                                                    .example(example(type)))));
        }
    }

    void complete() {
        APIResponses responses = OASFactory.createAPIResponses();
        Map<String, APIResponse> given = operation.getResponses().getAPIResponses();
        success(responses, success(given));
        problems()
                .values()
                .forEach(type -> responses.addAPIResponse(
                        String.valueOf(type.status()),
                        OASFactory.createAPIResponse().ref(name(type))));
        operation.setResponses(responses);
    }

    /** The one that its resource describes, or that Quarkus found. */
    private static APIResponse success(Map<String, APIResponse> given) {
        return Stream.of("202", "204", "200")
                .flatMap(status -> Stream.ofNullable(given.get(status)))
                .findFirst()
                .orElseThrow();
    }

    private void success(APIResponses responses, APIResponse success) {
        String id = operation.getOperationId();
        boolean creates = id.startsWith("create") || id.startsWith("add");
        boolean begins = operation.getResponses().hasAPIResponse("202");
        boolean empty = operation.getResponses().hasAPIResponse("204");
        success.setDescription(creates ? "It was made" : begins ? "It is under way" : empty ? "Done" : "OK");
        success.addHeader("X-Request-Id", header("The id of this request, which the log has too"));
        if (isDelivery() || hasParameter("If-Match") || id.equals("getDraft") || id.equals("createDraft")) {
            success.addHeader("ETag", header("The version of what is answered"));
        }
        if (hasParameter("cursor")) {
            success.addHeader("Link", header("Where the first, next and previous pages are (RFC 8288)"));
        }
        if (creates) {
            success.addHeader("Location", header("Where the new thing is"));
        } else if (begins) {
            success.addHeader("Location", header("The job that says how far it is"));
        }
        responses.addAPIResponse(creates ? "201" : begins ? "202" : empty ? "204" : "200", success);
        if (id.equals("importArticle")) {
            responses.addAPIResponse("201", success);
        }
        if (isDelivery()) {
            responses.addAPIResponse(
                    "304", OASFactory.createAPIResponse().description("What If-None-Match names is still the newest"));
        }
        if (path.startsWith("/v1/articles/{")) {
            responses.addAPIResponse(
                    "308",
                    OASFactory.createAPIResponse()
                            .description("The article has a new slug")
                            .addHeader("Location", header("The same under the new slug")));
        }
    }

    /** By status. */
    private Map<Integer, ProblemType> problems() {
        Map<Integer, ProblemType> problems = new TreeMap<>();
        for (ProblemType type : ProblemType.values()) {
            if (applies(type)) {
                problems.putIfAbsent(type.status(), type);
            }
        }
        return problems;
    }

    private boolean applies(ProblemType type) {
        boolean editorial = path.startsWith("/v1/editorial");
        boolean body = operation.getRequestBody() != null;
        return switch (type) {
            case VALIDATION, INTERNAL, UNAVAILABLE -> true;
            case NOT_ACCEPTABLE -> method == HttpMethod.GET;
            case UNAUTHORIZED, FORBIDDEN, TOO_MANY_REQUESTS -> editorial;
            case NOT_FOUND -> path.contains("{");
            case METHOD_NOT_ALLOWED, MISDIRECTED_REQUEST -> false;
            case SLUG_TAKEN ->
                editorial
                        && method != HttpMethod.GET
                        && path.startsWith("/v1/editorial/articles")
                        && !path.endsWith("/merge");
            case MERGE_CONFLICT -> path.endsWith("/merge");
            case CONFLICT -> editorial && method != HttpMethod.GET && !path.endsWith("/merge");
            case GONE -> path.startsWith("/v1/articles/{");
            case PRECONDITION_FAILED -> hasParameter("If-Match");
            case CONTENT_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE -> body;
            case NOT_PUBLISHABLE -> PUBLISHING.contains(operation.getOperationId());
            case IDEMPOTENCY_KEY_IN_USE, IDEMPOTENCY_KEY_REUSED -> editorial && method == HttpMethod.POST;
            case PRECONDITION_REQUIRED -> WHOLE_DOCUMENT_WRITES.contains(operation.getOperationId());
        };
    }

    private boolean isDelivery() {
        return path.startsWith("/v1/") && !path.startsWith("/v1/editorial") && !path.startsWith("/v1/preview");
    }

    private boolean hasParameter(String name) {
        List<Parameter> parameters = operation.getParameters();
        return parameters != null && parameters.stream().anyMatch(parameter -> name.equals(parameter.getName()));
    }

    private static Header header(String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }

    /** {@code SlugTaken}. */
    private static String name(ProblemType type) {
        StringBuilder name = new StringBuilder();
        for (String word : type.slug().split("-")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }

    private static Map<String, Object> example(ProblemType type) {
        Map<String, Object> example = new TreeMap<>();
        example.put("type", "https://content.example.com/problems/" + type.slug());
        example.put("title", type.title());
        example.put("status", type.status());
        example.put("detail", type.explanation());
        example.put("instance", "/v1/articles/how-http-caching-works");
        example.put("requestId", "01990000-0000-7000-8000-000000000000");
        example.put("errors", List.of());
        return example;
    }
}
