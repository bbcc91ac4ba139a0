package dev.galley.platform;

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

    Database database();

    /** The database of the PostgreSQL runnable; the other one keeps its own under the data directory. */
    interface Database {
        /** {@code jdbc:postgresql://host:5432/name}. */
        Optional<String> url();

        Optional<String> username();

        Optional<String> password();
    }
}
