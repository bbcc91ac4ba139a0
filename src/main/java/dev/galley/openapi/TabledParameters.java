package dev.galley.openapi;

import dev.galley.platform.DeclaredParameter;
import dev.galley.platform.DeclaredParameters;
import dev.galley.platform.TakesParameters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** Describes the query parameters that operations take from tables. */
final class TabledParameters {
    private static final DotName TAKES = DotName.createSimple(TakesParameters.class);
    private static final DotName OPERATION =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);

    private final Map<String, DeclaredParameters> byOperation = new HashMap<>();

    TabledParameters(IndexView classes) {
        for (AnnotationInstance taken : classes.getAnnotations(TAKES)) {
            MethodInfo method = taken.target().asMethod();
            String operation = method.annotation(OPERATION).value("operationId").asString();
            byOperation.put(
                    operation,
                    DeclaredParameters.of(load(taken.value().asClass().name())));
        }
    }

    private static Class<? extends DeclaredParameters> load(DotName name) {
        try {
            return Class.forName(name.toString(), true, Thread.currentThread().getContextClassLoader())
                    .asSubclass(DeclaredParameters.class);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Quarkus runs the filter on its own output again: those that are there stay as they are. */
    void addTo(Operation operation) {
        DeclaredParameters table = byOperation.get(operation.getOperationId());
        if (table == null) {
            return;
        }
        List<String> known = operation.getParameters() == null
                ? List.of()
                : operation.getParameters().stream().map(Parameter::getName).toList();
        table.parameters().stream()
                .filter(parameter -> !known.contains(parameter.name()))
                .forEach(parameter -> operation.addParameter(describe(parameter)));
    }

    private static Parameter describe(DeclaredParameter parameter) {
        Parameter described = OASFactory.createParameter()
                .name(parameter.name())
                .in(Parameter.In.QUERY)
                .description(parameter.description())
                .schema(schema(parameter));
        if (parameter.type() == DeclaredParameter.Type.LIST) {
            described.style(Parameter.Style.FORM).explode(false);
        }
        return parameter.example() == null ? described : described.example(example(parameter, parameter.example()));
    }

    private static Object example(DeclaredParameter parameter, String example) {
        return switch (parameter.type()) {
            case LIST -> List.of(example.split(","));
            case INTEGER -> Integer.valueOf(example);
            case TEXT, TIME -> example;
        };
    }

    private static Schema schema(DeclaredParameter parameter) {
        return switch (parameter.type()) {
            case INTEGER -> OASFactory.createSchema().addType(SchemaType.INTEGER);
            case LIST -> OASFactory.createSchema().addType(SchemaType.ARRAY).items(word(parameter));
            case TEXT, TIME -> OASFactory.createSchema().addType(SchemaType.STRING);
        };
    }

    private static Schema word(DeclaredParameter parameter) {
        Schema word = OASFactory.createSchema().addType(SchemaType.STRING);
        parameter.values().forEach(word::addEnumeration);
        return word;
    }
}
