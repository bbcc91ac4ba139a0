package dev.galley.document;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Which addresses a document may hold: at most 2,000 characters, and nothing that a browser would run. */
public final class Addresses {
    private Addresses() {}

    /** http, https, or relative to the frontend. */
    public static boolean isImage(String url) {
        URI uri = url.isBlank() ? null : uri(url);
        return uri != null && (uri.getScheme() == null || isHttp(uri));
    }

    /** http or https, with a host. */
    public static boolean isWeb(String url) {
        URI uri = uri(url);
        return uri != null && isHttp(uri) && uri.getHost() != null;
    }

    static boolean isSecureWeb(String url) {
        URI uri = uri(url);
        return uri != null && "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null;
    }

    private static boolean isHttp(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
    }

    private static @Nullable URI uri(String url) {
        try {
            return url.length() <= Limits.URL ? URI.create(url) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
