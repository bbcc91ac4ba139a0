package dev.galley.editorial;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.access.Role;
import dev.galley.document.ArticleDocument;
import dev.galley.document.Required;
import dev.galley.platform.InputError;
import dev.galley.platform.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the call of the same name does to one article. {@code create} takes {@code document}; {@code replace} takes
 * {@code id, ifMatch, document}; {@code patch} takes {@code id, ifMatch, patch}; {@code delete} takes {@code id,
 * ifMatch}; {@code restore} takes {@code id}; {@code publish} and {@code unpublish} take {@code id} and, if wanted,
 * {@code at} and {@code note}. {@code ifMatch} may stand wherever there is an {@code id}.
 */
@Schema(name = "BatchOperation")
public record BatchOperation(
        @Required Op op,
        @Nullable String id,
        @Nullable String ifMatch,

        @Nullable @Schema(implementation = ArticleDocument.class)
        JsonNode document,

        @Nullable @Schema(implementation = ArticleDocument.class)
        JsonNode patch,

        @Nullable String at,
        @Nullable String note) {
    /** The call, the role that it needs, and the members that it needs and takes. */
    public enum Op {
        @JsonProperty("create")
        CREATE(Role.EDITOR, "/document", Set.of("document"), Set.of()),
        @JsonProperty("replace")
        REPLACE(Role.EDITOR, "/document", Set.of("id", "ifMatch", "document"), Set.of()),
        @JsonProperty("patch")
        PATCH(Role.EDITOR, "/patch", Set.of("id", "ifMatch", "patch"), Set.of()),
        @JsonProperty("delete")
        DELETE(Role.EDITOR, "", Set.of("id", "ifMatch"), Set.of()),
        @JsonProperty("restore")
        RESTORE(Role.EDITOR, "", Set.of("id"), Set.of("ifMatch")),
        @JsonProperty("publish")
        PUBLISH(Role.PUBLISHER, "", Set.of("id"), Set.of("ifMatch", "at", "note")),
        @JsonProperty("unpublish")
        UNPUBLISH(Role.PUBLISHER, "", Set.of("id"), Set.of("ifMatch", "at", "note"));

        private final Role role;
        private final String content;
        private final Set<String> needed;
        private final Set<String> possible;

        Op(Role role, String content, Set<String> needed, Set<String> possible) {
            this.role = role;
            this.content = content;
            this.needed = needed;
            this.possible = possible;
        }

        Role role() {
            return role;
        }

        /** The pointer, in the operation, to what the call of this name takes as its body. */
        String content() {
            return content;
        }
    }

    /** What is missing and what has no meaning here; {@code where} is the pointer to the operation. */
    List<InputError> errors(String where) {
        List<InputError> errors = new ArrayList<>();
        String name = op.name().toLowerCase(Locale.ROOT);
        members().forEach((member, value) -> {
            boolean given = value != null && !(value instanceof JsonNode node && node.isNull());
            if (!given && op.needed.contains(member)) {
                errors.add(InputError.pointer(
                        where + "/" + member, InputError.REQUIRED, "\"" + member + "\" is required to " + name + "."));
            } else if (given && !op.needed.contains(member) && !op.possible.contains(member)) {
                errors.add(InputError.pointer(
                        where + "/" + member, InputError.UNKNOWN, "To " + name + " takes no \"" + member + "\"."));
            }
        });
        try {
            when().checked();
        } catch (Problem problem) {
            errors.addAll(problem.under(where).errors());
        }
        return errors;
    }

    /** For publish and unpublish. */
    PublishInput when() {
        return new PublishInput(at, note);
    }

    private Map<String, @Nullable Object> members() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("id", id);
        members.put("ifMatch", ifMatch);
        members.put("document", document);
        members.put("patch", patch);
        members.put("at", at);
        members.put("note", note);
        return members;
    }
}
