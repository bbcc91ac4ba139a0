package dev.galley.platform;

import java.nio.file.Path;
import org.eclipse.microprofile.config.ConfigProvider;

/** What must be settled before Quarkus opens the database. */
public final class StartUp {
    private static final String DATA_DIR = "galley.data-dir";

    private StartUp() {}

    /** H2 takes the path "data" for a mistake, and "./data" or "/data" for a path; a setting of ours may be any. */
    public static void makeDataDirAbsolute() {
        String dataDir = ConfigProvider.getConfig().getValue(DATA_DIR, String.class);
        System.setProperty(
                DATA_DIR, Path.of(dataDir).toAbsolutePath().normalize().toString());
    }
}
