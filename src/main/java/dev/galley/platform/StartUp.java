package dev.galley.platform;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** What must be settled before Quarkus opens the database. */
public final class StartUp {
    private static final String DATA_DIR = "galley.data-dir";
    private static final String POSTGRESQL_URL = "jdbc:postgresql:";

    private StartUp() {}

    /** H2 takes the path "data" for a mistake, and "./data" or "/data" for a path; a setting of ours may be any. */
    public static void makeDataDirAbsolute() {
        String dataDir = ConfigProvider.getConfig().getValue(DATA_DIR, String.class);
        System.setProperty(
                DATA_DIR, Path.of(dataDir).toAbsolutePath().normalize().toString());
    }

    /** Ends the process with a sentence where {@code galley.database.url} is for the other runnable. */
    public static void refuseTheOthersDatabase() {
        Config config = ConfigProvider.getConfig();
        boolean postgresql = "postgresql".equals(config.getValue("quarkus.datasource.db-kind", String.class));
        Optional<String> url = config.getOptionalValue("galley.database.url", String.class);
        if (postgresql && url.isEmpty()) {
            end("This is the PostgreSQL runnable and galley.database.url is not set. Set it to"
                    + " jdbc:postgresql://host:5432/name, or start quarkus-app/quarkus-run.jar for the embedded"
                    + " database.");
        } else if (postgresql && !url.orElseThrow().startsWith(POSTGRESQL_URL)) {
            end("galley.database.url is not for PostgreSQL, and this is the PostgreSQL runnable. Start"
                    + " quarkus-app/quarkus-run.jar for the embedded database.");
        } else if (!postgresql && url.isPresent() && url.get().startsWith(POSTGRESQL_URL)) {
            end("galley.database.url is for PostgreSQL, and this is the runnable with the embedded database. Start"
                    + " quarkus-app-postgresql/quarkus-run.jar instead.");
        }
    }

    private static void end(String sentence) {
        System.err.println(sentence);
        System.exit(1);
    }
}
