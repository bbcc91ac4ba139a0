package dev.galley.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.galley.document.Required;
import dev.galley.document.block.Block;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/** Says of each schema what its record says: which members may be null, and which are always there. */
final class Schemas {
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName REQUIRED = DotName.createSimple(Required.class);
    private static final DotName UNWRAPPED = DotName.createSimple(JsonUnwrapped.class);
    private static final DotName INCLUDED = DotName.createSimple(JsonInclude.class);
    private static final DotName NAMED =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);

    private final IndexView classes;

    Schemas(IndexView classes) {
        this.classes = classes;
    }

    void complete(Components components) {
        Map<String, Schema> schemas = components.getSchemas();
        classes.getKnownClasses().stream()
                .filter(type -> type.isRecord() && type.name().toString().startsWith("dev.galley."))
                .forEach(type -> complete(type, schemas.get(name(type))));
        for (JsonSubTypes.Type type :
                Block.class.getAnnotation(JsonSubTypes.class).value()) {
            typed(schemas, type);
        }
        schemas.forEach((name, schema) -> {
            if (name.startsWith("Page") && !name.equals("PageInfo")) {
                schema.setRequired(List.of("data", "page"));
            }
        });
    }

    private static String name(ClassInfo type) {
        AnnotationInstance named = type.declaredAnnotation(NAMED);
        return named != null && named.value("name") != null
                ? named.value("name").asString()
                : type.simpleName();
    }

    /** In the order of its JSON, those of an unwrapped record where it stands. */
    private Stream<RecordComponentInfo> members(ClassInfo record) {
        return record.recordComponentsInDeclarationOrder().stream()
                .flatMap(component -> record.field(component.name()).hasAnnotation(UNWRAPPED)
                        ? members(classes.getClassByName(component.type().name()))
                        : Stream.of(component));
    }

    private void complete(ClassInfo record, @Nullable Schema schema) {
        if (schema == null || schema.getProperties() == null || !describes(schema, record)) {
            return;
        }
        boolean input = isInput(record);
        List<String> required = new ArrayList<>();
        Map<String, Schema> properties = new LinkedHashMap<>();
        for (RecordComponentInfo component : members(record).toList()) {
            Schema property = schema.getProperties().get(component.name());
            if (property != null) {
                boolean onDemand = isOnDemand(component);
                if (component.hasAnnotation(REQUIRED) || !input && !onDemand) {
                    required.add(component.name());
                }
                boolean nullable = component.type().hasAnnotation(NULLABLE) && !onDemand;
                properties.put(component.name(), nullable ? orNull(property) : property);
            }
        }
        schema.getProperties().forEach(properties::putIfAbsent);
        schema.setProperties(properties);
        schema.setRequired(required.isEmpty() ? null : required);
    }

    /** It is there only where it has a value. */
    private static boolean isOnDemand(RecordComponentInfo component) {
        return component.declaringClass().field(component.name()).hasAnnotation(INCLUDED);
    }

    /** Two records may have the same simple name; only one has these members. */
    private boolean describes(Schema schema, ClassInfo record) {
        Set<String> members = members(record).map(RecordComponentInfo::name).collect(Collectors.toSet());
        return members.containsAll(schema.getProperties().keySet().stream()
                .filter(property -> !property.equals("type"))
                .toList());
    }

    /** Documents and their parts go both ways, so that only what must be sent is required of them. */
    private static boolean isInput(ClassInfo record) {
        String name = record.name().toString();
        return name.startsWith("dev.galley.document.") && !name.startsWith("dev.galley.document.diff.")
                || record.simpleName().endsWith("Input");
    }

    /** Quarkus runs the filter on its own output again: what may be null already stays as it is. */
    private static Schema orNull(Schema property) {
        if (property.getAnyOf() != null
                || (property.getType() != null && property.getType().contains(SchemaType.NULL))) {
            return property;
        }
        if (property.getRef() != null) {
            return OASFactory.createSchema()
                    .addAnyOf(property)
                    .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
        }
        return property.addType(SchemaType.NULL);
    }

    /** Each block says by its type which it is. */
    private static void typed(Map<String, Schema> schemas, JsonSubTypes.Type type) {
        String name = type.value().isAnnotationPresent(org.eclipse.microprofile.openapi.annotations.media.Schema.class)
                ? type.value()
                        .getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class)
                        .name()
                : type.value().getSimpleName();
        Schema schema = schemas.get(name);
        if (schema != null) {
            Map<String, Schema> properties = new LinkedHashMap<>();
            properties.put(
                    "type", OASFactory.createSchema().addType(SchemaType.STRING).constValue(type.name()));
            properties.putAll(schema.getProperties());
            schema.setProperties(properties);
            List<String> required = schema.getRequired() == null ? List.of() : schema.getRequired();
            schema.setRequired(
                    Stream.concat(Stream.of("type"), required.stream()).toList());
        }
    }
}
