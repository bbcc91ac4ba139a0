package dev.galley.platform;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import io.quarkus.runtime.PreventFurtherStepsException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Refuses a database that is for the other runnable, with a sentence that names the right one (Quarkus fixes the kind of
 * database when it builds), and one that is for a newer Galley. It runs before the first connection of the pool is made.
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
        if (postgresqlUrl) {
            connectAnew(migrations, url.get());
        }
        refuseNewerSchema(new Flyway(migrations).info());
    }

    /** What a newer Galley has migrated has columns that this one doesn't know the meaning of. */
    private static void refuseNewerSchema(MigrationInfoService migrations) {
        Arrays.stream(migrations.applied())
                .filter(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS)
                .map(MigrationInfo::getVersion)
                .max(Comparator.naturalOrder())
                .ifPresent(version -> {
                    throw refuse("The database was migrated by a newer version of Galley (its schema is " + version
                            + "). Start that version, or restore the backup that was made before the upgrade.");
                });
    }

    /** A migration may take longer than the connections of the pool, and the driver, allow a statement to. */
    private void connectAnew(FluentConfiguration migrations, String url) {
        migrations
                .jdbcProperties(Map.of("socketTimeout", "0"))
                .dataSource(
                        url,
                        config.database().username().orElse(null),
                        config.database().password().orElse(null));
    }

    private static RuntimeException refuse(String sentence) {
        return new PreventFurtherStepsException(sentence, 1);
    }
}
