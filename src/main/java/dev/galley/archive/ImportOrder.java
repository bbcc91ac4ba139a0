package dev.galley.archive;

import dev.galley.platform.Json;
import java.nio.charset.StandardCharsets;

/** What an import was told, kept with its job for whoever takes it up again. */
record ImportOrder(ArchiveFormat format, boolean publish, boolean dryRun, String by) {
    String written() {
        return Json.write(this);
    }

    static ImportOrder read(String written) {
        return Json.bind(Json.parse(written.getBytes(StandardCharsets.UTF_8)), ImportOrder.class);
    }
}
