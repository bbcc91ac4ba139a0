package dev.galley.platform;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses query parameters that the called method doesn't declare, so that a misspelt filter never widens a list. */
public class StrictParameters {
    /** What people type as it comes: it may be empty and hold any character. */
    private static final Set<String> ANYTHING = Set.of("q");

    /** Of a query string, decoded: enough for every filter in use at once, and a ceiling for what one may cost. */
    private static final int MOST_CHARACTERS = 2_000;

    private final Map<Method, Set<String>> declared = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void check(ResourceInfo resource, UriInfo uri) {
        if (!uri.getPathParameters().values().stream().flatMap(List::stream).allMatch(Unicode::isStorable)) {
            // No name has such a character, and PostgreSQL refuses even to look for one.
            throw Problem.notFound("resource at this path");
        }
        Map<String, List<String>> given = uri.getQueryParameters();
        if (given.isEmpty()) {
            return;
        }
        refuseTooMuch(given);
        Set<String> valid = declared.computeIfAbsent(resource.getResourceMethod(), StrictParameters::names);
        List<InputError> errors = new ArrayList<>();
        given.forEach((name, values) -> {
            if (!valid.contains(name)) {
                errors.add(InputError.parameter(name, InputError.UNKNOWN, unknown(name, valid)));
            } else if (values.size() > 1) {
                errors.add(InputError.parameter(
                        name, InputError.DUPLICATE, "The parameter \"" + name + "\" stands more than once."));
            } else if (ANYTHING.contains(name)) {
                return;
            } else if (values.get(0).isEmpty()) {
                errors.add(InputError.parameter(
                        name,
                        InputError.REQUIRED,
                        "The parameter \"" + name + "\" has no value. Leave it out instead."));
            } else if (!Unicode.isStorable(values.get(0))) {
                errors.add(InputError.parameter(
                        name, InputError.INVALID, "The parameter \"" + name + "\" holds U+0000, which is no text."));
            }
        });
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    private static void refuseTooMuch(Map<String, List<String>> given) {
        int length = given.entrySet().stream()
                .flatMap(parameter -> parameter.getValue().stream().map(value -> parameter.getKey() + "=" + value))
                .mapToInt(text -> text.codePointCount(0, text.length()) + 1)
                .sum();
        if (length > MOST_CHARACTERS) {
            throw Problem.of(
                    ProblemType.VALIDATION,
                    "The query string may have at most " + MOST_CHARACTERS + " characters; this one has " + length
                            + ".");
        }
    }

    private static String unknown(String name, Set<String> valid) {
        String known = valid.isEmpty() ? "It takes none." : "Known are: " + String.join(", ", valid) + ".";
        return "There is no parameter \"" + name + "\" here." + Nearest.hint(name, valid) + " " + known;
    }

    private static Set<String> names(Method method) {
        Set<String> names = new TreeSet<>();
        TakesParameters table = method.getAnnotation(TakesParameters.class);
        if (table != null) {
            DeclaredParameters.of(table.value()).parameters().forEach(parameter -> names.add(parameter.name()));
        }
        for (Parameter parameter : method.getParameters()) {
            add(names, parameter);
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                Stream.<Class<?>>iterate(parameter.getType(), type -> type != null, Class::getSuperclass)
                        .flatMap(type -> Stream.of(type.getDeclaredFields()))
                        .forEach(field -> add(names, field));
            }
        }
        return names;
    }

    private static void add(Set<String> names, AnnotatedElement element) {
        QueryParam parameter = element.getAnnotation(QueryParam.class);
        if (parameter != null) {
            names.add(Objects.requireNonNull(parameter.value()));
        }
    }
}
