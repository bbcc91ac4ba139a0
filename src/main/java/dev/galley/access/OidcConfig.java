package dev.galley.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tokens of an OpenID Connect provider beside keys. */
@ConfigMapping(prefix = "galley.oidc")
public interface OidcConfig {
    /** The provider, exactly as its tokens name it in {@code iss}; unset, there are keys alone. */
    Optional<URI> issuer();

    /**
     * What tokens must name in {@code aud}, any of these. Without it a token that the provider made for another
     * application opens this one.
     */
    Optional<List<String>> audience();

    /** The claim that holds a caller's roles; a path ({@code realm_access/roles}) where it stands in others. */
    @WithDefault("groups")
    String roleClaim();

    /** What the claim calls a role ({@code galley.oidc.roles.admin=cms-admins}), where not by its own name. */
    Map<Role, List<String>> roles();
}
