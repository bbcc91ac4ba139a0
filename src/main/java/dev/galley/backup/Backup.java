package dev.galley.backup;

import dev.galley.platform.Problem;
import dev.galley.platform.ProblemType;
import dev.galley.platform.StorageConfig;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.File;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/** One copy of the embedded database at a time, beside it until it has been sent. */
@ApplicationScoped
class Backup {
    private final DataSource database;
    private final File copy;
    private final AtomicBoolean underWay = new AtomicBoolean();

    Backup(DataSource database, StorageConfig config) {
        this.database = database;
        this.copy = config.dataDir().resolve("backup.zip").toFile();
    }

    /** Is there until the answer to the request has been sent, or its connection is closed. */
    File make(RoutingContext request) throws SQLException {
        if (!underWay.compareAndSet(false, true)) {
            throw Problem.of(ProblemType.CONFLICT, "Another backup is under way. Ask again when it has been fetched.");
        }
        request.addEndHandler(end -> discard());
        copy();
        return copy;
    }

    /** One by one: where a client has left, its copy may still be under way when another one asks. */
    private synchronized void copy() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("backup to ?")) {
            statement.setString(1, copy.getPath());
            statement.execute();
        }
    }

    private void discard() {
        copy.delete();
        underWay.set(false);
    }
}
