package dev.galley.publishing;

import dev.galley.platform.InputError;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What checks found. */
final class Findings {
    /** Of each kind: more than an editor reads, and less than an answer can't carry. */
    private static final int MOST = 1_000;

    private final Set<InputError> errors = new LinkedHashSet<>();
    private final Set<InputError> warnings = new LinkedHashSet<>();

    /** Stops publishing. */
    void error(String pointer, String code, String detail) {
        add(errors, InputError.pointer(pointer, code, detail));
    }

    /** Tells, and lets it pass. */
    void warning(String pointer, String code, String detail) {
        add(warnings, InputError.pointer(pointer, code, detail));
    }

    private static void add(Set<InputError> findings, InputError finding) {
        if (findings.size() < MOST) {
            findings.add(finding);
        }
    }

    CheckReport report() {
        return new CheckReport(errors.isEmpty(), List.copyOf(errors), List.copyOf(warnings));
    }
}
