package dev.galley.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Somebody shows a key. */
final class KeyRequest extends BaseAuthenticationRequest {
    private final String secret;

    KeyRequest(String secret) {
        this.secret = secret;
    }

    String secret() {
        return secret;
    }
}
