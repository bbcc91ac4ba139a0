package dev.galley.platform;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every route there is, read from the resources' own annotations: what a refusal offers instead. */
@Startup
@Singleton
public class Routes {
    /** {@code {name}} or {@code {name: regex}}. */
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\s*\\w+\\s*(?::\\s*([^{}]+))?}");

    private static final String ANY_SEGMENT = "[^/]+";

    private final List<Route> all;

    Routes(BeanManager beans) {
        all = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Stream.of(type.getMethods()).flatMap(method -> Route.of(type, method)))
                .toList();
    }

    /** One method on one path template. */
    public record Route(String method, String template, Pattern path, List<String> consumes, List<String> produces) {
        private static Stream<Route> of(Class<?> type, Method method) {
            return Stream.of(method.getAnnotations())
                    .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                    .filter(http -> http != null)
                    .map(http -> of(http.value(), type, method));
        }

        private static Route of(String http, Class<?> type, Method method) {
            String template = Routes.template(type, method);
            return new Route(
                    http,
                    template,
                    Pattern.compile(regex(template) + "/?"),
                    nearest(type, method, Consumes.class, Consumes::value),
                    nearest(type, method, Produces.class, Produces::value));
        }

        private static String regex(String template) {
            StringBuilder regex = new StringBuilder();
            Matcher parameter = TEMPLATE.matcher(template);
            int end = 0;
            while (parameter.find()) {
                regex.append(Pattern.quote(template.substring(end, parameter.start())));
                regex.append(Objects.requireNonNullElse(parameter.group(1), ANY_SEGMENT));
                end = parameter.end();
            }
            return regex.append(Pattern.quote(template.substring(end))).toString();
        }

        private static <A extends Annotation> List<String> nearest(
                Class<?> type, Method method, Class<A> annotation, Function<A, String[]> value) {
            A found = method.isAnnotationPresent(annotation)
                    ? method.getAnnotation(annotation)
                    : type.getAnnotation(annotation);
            return found == null ? List.of("application/json") : List.of(value.apply(found));
        }
    }

    public List<Route> all() {
        return all;
    }

    /** Of the method that a request has found. */
    public static String template(ResourceInfo found) {
        return template(found.getResourceClass(), found.getResourceMethod());
    }

    private static String template(Class<?> type, Method method) {
        return join(type.getAnnotation(Path.class), method.getAnnotation(Path.class));
    }

    private static String join(@Nullable Path type, @Nullable Path method) {
        return Stream.of(type, method)
                .flatMap(Stream::ofNullable)
                .map(path -> path.value().replaceAll("^/|/$", ""))
                .filter(part -> !part.isEmpty())
                .map(part -> "/" + part)
                .reduce("", String::concat);
    }

    /** The methods that a path understands, HEAD and OPTIONS with them. */
    public Set<String> methods(String path) {
        Set<String> methods = collect(path, route -> List.of(route.method()));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        methods.add("OPTIONS");
        return methods;
    }

    public Set<String> produced(String method, String path) {
        String asked = "HEAD".equals(method) ? "GET" : method;
        return collect(path, route -> route.method().equals(asked) ? route.produces() : List.of());
    }

    public Set<String> consumed(String method, String path) {
        return collect(path, route -> route.method().equals(method) ? route.consumes() : List.of());
    }

    private Set<String> collect(String path, Function<Route, Collection<String>> what) {
        Set<String> collected = new TreeSet<>();
        all.stream()
                .filter(route -> route.path().matcher(path).matches())
                .forEach(route -> collected.addAll(what.apply(route)));
        return collected;
    }
}
