package dev.galley.platform;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Where Galley keeps what it knows. */
@ConfigMapping(prefix = "galley")
public interface StorageConfig {
    /** The embedded database and all files of Galley's own; kept over restarts. */
    @WithDefault("./data")
    Path dataDir();

    /** What the embedded database leaves free on its disk: with less than that it is read, and not written. */
    @WithDefault("64M")
    MemorySize diskReserve();

    Database database();

    /** The database of the PostgreSQL runnable; the other one keeps its own under the data directory. */
    interface Database {
        /** {@code jdbc:postgresql://host:5432/name}. */
        Optional<String> url();

        Optional<String> username();

        Optional<String> password();
    }
}
