package dev.galley.access;

import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a request target leads to the editorial surface by any reading of it: as it stands, decoded once or often,
 * with its matrix parameters cut, its dots and slashes resolved, its case and its backslashes forgiven.
 */
final class EditorialPath {
    private static final String ROOT = "/v1/editorial";
    private static final int MOST_DECODINGS = 5;

    private static final Pattern ORIGIN = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*");
    private static final Pattern ENCODED = Pattern.compile("%([0-9A-Fa-f]{2})");
    private static final Pattern MATRIX_PARAMETERS = Pattern.compile(";[^/]*");

    private EditorialPath() {}

    /** By its path, and by its whole target too, which a forwarded prefix changes. */
    static boolean matches(HttpServerRequest request) {
        return matches(String.valueOf(request.path())) || matches(request.uri());
    }

    static boolean matches(String target) {
        String path = path(target);
        if (isPlain(path)) {
            return path.regionMatches(true, 0, ROOT, 0, ROOT.length());
        }
        for (int i = 0; i < MOST_DECODINGS; i++) {
            if (leadsThere(path)) {
                return true;
            }
            String decoded = decode(path);
            if (decoded.equals(path)) {
                return false;
            }
            path = decoded;
        }
        // Nobody with honest intentions encodes a path that often.
        return true;
    }

    /** Of the origin or the absolute form (RFC 9112 §3.2). */
    private static String path(String target) {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        return path.startsWith("/") ? path : ORIGIN.matcher(path).replaceFirst("");
    }

    /** Has one reading alone, as nearly all have. */
    private static boolean isPlain(String path) {
        char before = 0;
        for (int i = 0; i < path.length(); i++) {
            char character = path.charAt(i);
            boolean odd = character == '%' || character == ';' || character == '\\';
            if (odd || before == '/' && (character == '/' || character == '.')) {
                return false;
            }
            before = character;
        }
        return path.startsWith("/");
    }

    private static boolean leadsThere(String path) {
        String slashed =
                "/" + MATRIX_PARAMETERS.matcher(path.replace('\\', '/')).replaceAll("");
        String flat = slashed.replaceAll("/+", "/").toLowerCase(Locale.ROOT);
        return flat.startsWith(ROOT) || resolve(flat).startsWith(ROOT);
    }

    private static String resolve(String path) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : path.split("/")) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return "/" + String.join("/", segments);
    }

    private static String decode(String path) {
        return ENCODED.matcher(path)
                .replaceAll(
                        byHex -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(byHex.group(1), 16))));
    }
}
