package dev.galley.ingest;

import java.util.Locale;
import java.util.regex.Pattern;

/** Which addresses a document may hold. */
final class LinkTargets {
    private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{Cntrl}]");
    private static final Pattern NEVER = Pattern.compile("^(javascript|data|vbscript):.*");

    private LinkTargets() {}

    /** Whether a reader could follow it; {@code javascript:} and {@code data:} are no places to go. */
    static boolean isFollowable(String address) {
        String read = INVISIBLE.matcher(address).replaceAll("").toLowerCase(Locale.ROOT);
        return !read.isEmpty() && !NEVER.matcher(read).matches();
    }
}
