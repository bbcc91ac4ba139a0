package dev.galley.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a caller may do; each role with all that those before it may. */
public enum Role {
    @JsonProperty(Role.Names.VIEWER)
    VIEWER(Role.Names.VIEWER),
    @JsonProperty(Role.Names.EDITOR)
    EDITOR(Role.Names.EDITOR),
    @JsonProperty(Role.Names.PUBLISHER)
    PUBLISHER(Role.Names.PUBLISHER),
    @JsonProperty(Role.Names.ADMIN)
    ADMIN(Role.Names.ADMIN);

    /** The names, for annotations. */
    public static final class Names {
        /** Reads drafts. */
        public static final String VIEWER = "viewer";
        /** Writes drafts. */
        public static final String EDITOR = "editor";
        /** Publishes and unpublishes. */
        public static final String PUBLISHER = "publisher";
        /** Manages keys and webhooks, and purges. */
        public static final String ADMIN = "admin";

        private Names() {}
    }

    private final String value;

    Role(String value) {
        this.value = value;
    }

    public String value() {
        return value;
    }

    /** The names of this role and of all before it. */
    Set<String> withThoseBefore() {
        return Stream.of(values())
                .filter(role -> role.ordinal() <= ordinal())
                .map(Role::value)
                .collect(Collectors.toUnmodifiableSet());
    }
}
