package dev.galley.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.File;

/**
 * Keeps the embedded database from meeting a full disk: in the middle of a write it closes itself, and until it is open
 * again nobody reads what isn't in memory. PostgreSQL goes on being read.
 */
@ApplicationScoped
public class DiskReserve {
    private final File directory;
    private final long bytes;

    DiskReserve(StorageConfig config) {
        this.directory = config.dataDir().toFile();
        this.bytes = DatabaseKind.isEmbedded() ? config.diskReserve().asLongValue() : 0;
    }

    public boolean isKept() {
        return directory.getUsableSpace() >= bytes;
    }

    /** Before anything is written; 503 where there is no room for it. */
    public void require() {
        if (!isKept()) {
            throw Problem.of(
                            ProblemType.UNAVAILABLE,
                            "The disk is nearly full: until there is room nothing is written. Reading goes on.")
                    .header(HttpHeaders.RETRY_AFTER, "10");
        }
    }
}
