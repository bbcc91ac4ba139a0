package dev.galley.platform;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import io.quarkus.runtime.PreventFurtherStepsException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Refuses a database that is for the other runnable, with a sentence that names the right one: Quarkus fixes the kind of
 * database when it builds. It runs before the first connection is made.
 */
@ApplicationScoped
public class DatabaseCheck implements FlywayConfigurationCustomizer {
    private static final String POSTGRESQL_URL = "jdbc:postgresql:";

    private final StorageConfig config;

    DatabaseCheck(StorageConfig config) {
        this.config = config;
    }

    @Override
    public void customize(FluentConfiguration migrations) {
        Optional<String> url = config.database().url();
        boolean postgresqlUrl = url.filter(u -> u.startsWith(POSTGRESQL_URL)).isPresent();
        if (!DatabaseKind.isEmbedded() && !postgresqlUrl) {
            throw refuse("This is the PostgreSQL runnable, and galley.database.url is "
                    + (url.isPresent() ? "not for PostgreSQL" : "not set")
                    + ". Set it to jdbc:postgresql://host:5432/name, or start quarkus-app/quarkus-run.jar for the"
                    + " embedded database.");
        } else if (DatabaseKind.isEmbedded() && postgresqlUrl) {
            throw refuse("galley.database.url is for PostgreSQL, and this is the runnable with the embedded database."
                    + " Start quarkus-app-postgresql/quarkus-run.jar instead.");
        }
    }

    private static RuntimeException refuse(String sentence) {
        return new PreventFurtherStepsException(sentence, 1);
    }
}
