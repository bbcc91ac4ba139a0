package dev.galley.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps the warnings of an import readable: each thing is said once, at its first line, and not without end. */
final class Warnings {
    private static final int MAX = 200;

    private Warnings() {}

    static List<ImportWarning> summed(List<ImportWarning> warnings) {
        Map<String, ImportWarning> distinct = new LinkedHashMap<>();
        for (ImportWarning warning : warnings) {
            distinct.putIfAbsent(warning.code() + ' ' + warning.detail(), warning);
        }
        List<ImportWarning> all = new ArrayList<>(distinct.values());
        if (all.size() <= MAX) {
            return List.copyOf(all);
        }
        ImportWarning next = all.get(MAX);
        List<ImportWarning> first = new ArrayList<>(all.subList(0, MAX));
        String more = String.format("And %d more warnings like these", all.size() - MAX);
        first.add(new ImportWarning(next.code(), more, next.line()));
        return List.copyOf(first);
    }

    static void converted(List<ImportWarning> warnings, String detail, int line) {
        warnings.add(new ImportWarning(ImportWarning.BLOCK_CONVERTED, detail, line == 0 ? null : line));
    }
}
