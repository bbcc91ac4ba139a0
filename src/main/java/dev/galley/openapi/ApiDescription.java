package dev.galley.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

/** Completes the OpenAPI document: security, every status that a call can answer, exact schemas, real examples. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {
    private static final String KEY = "key";
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final IndexView classes;

    public ApiDescription(IndexView classes) {
        this.classes = classes;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        security(api);
        new Schemas(classes).complete(api.getComponents());
        Answers.define(api.getComponents());
        TabledParameters tables = new TabledParameters(classes);
        api.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> {
                    tables.addTo(operation);
                    complete(path, method, operation);
                }));
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
        if (path.startsWith("/v1/editorial")) {
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(KEY));
            if (method == PathItem.HttpMethod.POST && !hasIdempotencyKey(operation)) {
                operation.addParameter(idempotencyKey());
            }
        }
        new Answers(path, method, operation).complete();
        Examples.addTo(operation);
    }

    /** Quarkus runs the filter on its own output again. */
    private static boolean hasIdempotencyKey(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> IDEMPOTENCY_KEY.equals(parameter.getName()));
    }

    private static Parameter idempotencyKey() {
        return OASFactory.createParameter()
                .name(IDEMPOTENCY_KEY)
                .in(Parameter.In.HEADER)
                .description("Names the request: sent again within 24 hours, it acts no second time and gets the first"
                        + " answer, with Idempotent-Replayed: true.")
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .maxLength(255));
    }

    private static void security(OpenAPI api) {
        api.getComponents()
                .addSecurityScheme(
                        KEY,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description(
                                        "A key, or a token of the configured OpenID Connect provider: \"Authorization: Bearer <key>\"."));
    }
}
