package dev.galley.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

/** Completes the OpenAPI document: security, every status that a call can answer, exact schemas, real examples. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {
    private static final String KEY = "key";

    private final IndexView classes;

    public ApiDescription(IndexView classes) {
        this.classes = classes;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        security(api);
        new Schemas(classes).complete(api.getComponents());
        Answers.define(api.getComponents());
        api.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> complete(path, method, operation)));
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
        if (path.startsWith("/v1/editorial")) {
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(KEY));
        }
        new Answers(path, method, operation).complete();
        Examples.addTo(operation);
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
