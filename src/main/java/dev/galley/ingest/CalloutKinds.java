package dev.galley.ingest;

import dev.galley.document.block.Callout.Kind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The names that tools give to kinds of call-outs. */
final class CalloutKinds {
    private CalloutKinds() {}

    /** Null where the name is none that Galley knows. */
    static @Nullable Kind named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "note", "info" -> Kind.NOTE;
            case "tip", "hint" -> Kind.TIP;
            case "insight" -> Kind.INSIGHT;
            case "important" -> Kind.IMPORTANT;
            case "warning" -> Kind.WARNING;
            case "caution", "danger" -> Kind.CAUTION;
            default -> null;
        };
    }
}
