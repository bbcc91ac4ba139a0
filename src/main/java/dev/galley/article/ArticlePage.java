package dev.galley.article;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the addresses of the frontend's article pages look like, read back from the template that makes them. */
final class ArticlePage {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(slug|locale|id)}");
    private static final String VALUE = "[A-Za-z0-9-]+";
    private static final String LOCALE = "locale";
    private static final String NAME = "name";

    private final String beginning;
    private final Pattern pattern;
    private final boolean hasLocale;

    private ArticlePage(String beginning, Pattern pattern, boolean hasLocale) {
        this.beginning = beginning;
        this.pattern = pattern;
        this.hasLocale = hasLocale;
    }

    /** Empty where the template names neither slug nor id. */
    static Optional<ArticlePage> of(String template) {
        // An id is the surer name where both are there.
        String naming = template.contains("{id}") ? "id" : "slug";
        StringBuilder regex = new StringBuilder();
        Set<String> groups = new HashSet<>();
        Matcher placeholder = PLACEHOLDER.matcher(template);
        int end = 0;
        while (placeholder.find()) {
            regex.append(Pattern.quote(template.substring(end, placeholder.start())));
            String group = placeholder.group(1).equals(naming) ? NAME : placeholder.group(1);
            boolean asked = group.equals(NAME) || group.equals(LOCALE);
            regex.append(asked && groups.add(group) ? "(?<" + group + ">" + VALUE + ")" : VALUE);
            end = placeholder.end();
        }
        regex.append(Pattern.quote(template.substring(end))).append("/?(?:\\?[^#]*)?(?:#(?<anchor>.*))?");
        return groups.contains(NAME)
                ? Optional.of(new ArticlePage(
                        template.substring(0, template.indexOf('{')),
                        Pattern.compile(regex.toString()),
                        groups.contains(LOCALE)))
                : Optional.empty();
    }

    boolean mayStandIn(String text) {
        return text.contains(beginning);
    }

    /** With the groups {@code name} and {@code anchor}. */
    Optional<Matcher> match(String destination) {
        Matcher matcher = pattern.matcher(destination);
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    @Nullable
    String locale(Matcher match) {
        return hasLocale ? match.group(LOCALE) : null;
    }
}
