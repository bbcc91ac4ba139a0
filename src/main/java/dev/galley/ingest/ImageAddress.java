package dev.galley.ingest;

import dev.galley.document.Addresses;
import dev.galley.document.Limits;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses as browsers read them: what they encode themselves before they ask is no reason to refuse a picture. */
final class ImageAddress {
    /** Brackets belong into a host, as in {@code http://[::1]/}; a host is left as it is. */
    private static final Pattern HOST = Pattern.compile("^(?:[A-Za-z][A-Za-z0-9+.-]*+:)?//[^/?#]*+");

    private static final Pattern NOT_IN_URI =
            Pattern.compile("[\\s\\p{Z}\\p{Cntrl}\"<>\\\\^`{|}\\[\\]]|%(?![0-9A-Fa-f]{2})");

    private ImageAddress() {}

    /** The same address with what a URI can't hold percent-encoded; itself where it is fine. */
    static String encoded(String url) {
        if (Addresses.isImage(url) || url.length() > Limits.URL) {
            return url;
        }
        Matcher host = HOST.matcher(url);
        int path = host.find() ? host.end() : 0;
        int fragment = url.indexOf('#', path);
        String before = fragment < 0 ? url : url.substring(0, fragment + 1);
        String behind = fragment < 0 ? "" : url.substring(fragment + 1).replace("#", "%23");
        return url.substring(0, path) + encodedPart(before.substring(path)) + encodedPart(behind);
    }

    private static String encodedPart(String part) {
        return NOT_IN_URI.matcher(part).replaceAll(found -> bytes(found.group()));
    }

    private static String bytes(String characters) {
        StringBuilder bytes = new StringBuilder();
        for (byte b : characters.getBytes(StandardCharsets.UTF_8)) {
            bytes.append(String.format("%%%02X", b));
        }
        return bytes.toString();
    }
}
