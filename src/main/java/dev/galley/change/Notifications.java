package dev.galley.change;

import dev.galley.platform.DatabaseKind;
import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * PostgreSQL's word to all nodes that one of them has committed a change: they look at once. It may get lost; what counts
 * is that they look anyway.
 */
@ApplicationScoped
class Notifications {
    private static final Logger LOG = Logger.getLogger(Notifications.class);
    private static final String CHANNEL = "galley_change";
    private static final int LISTEN_MILLIS = 10_000;
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);

    private final AgroalDataSource database;
    private final ChangeFollowers followers;
    private final Thread thread = new Thread(this::run, "galley-notifications");
    private final Object stop = new Object();

    private volatile boolean stopping;
    private volatile @Nullable Connection connection;

    Notifications(AgroalDataSource database, ChangeFollowers followers) {
        this.database = database;
        this.followers = followers;
    }

    void start(@Observes StartupEvent start) {
        if (!DatabaseKind.isEmbedded()) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent now) throws SQLException {
        stopping = true;
        synchronized (stop) {
            stop.notifyAll();
        }
        Connection listening = connection;
        if (listening != null) {
            // It waits for the server's word, and can't be told otherwise.
            listening.abort(Runnable::run);
        }
    }

    /** Sent when the change is committed; in its transaction. */
    void announce(@Observes Change.Logged change) {
        if (!DatabaseKind.isEmbedded()) {
            Panache.getEntityManager().unwrap(Session.class).doWork(Notifications::notifyAll);
        }
    }

    private static void notifyAll(Connection transaction) throws SQLException {
        try (PreparedStatement notify = transaction.prepareStatement("select pg_notify(?, '')")) {
            notify.setString(1, CHANNEL);
            notify.execute();
        }
    }

    private void run() {
        while (!stopping) {
            try (Connection listening = database.getConnection();
                    Statement statement = listening.createStatement()) {
                connection = listening;
                statement.execute("listen " + CHANNEL);
                followers.wake();
                listen(listening.unwrap(PGConnection.class));
            } catch (SQLException e) {
                if (!stopping) {
                    LOG.debugf(e, "Changes of other nodes are found by looking for a while");
                    pause();
                }
            }
        }
    }

    private void listen(PGConnection connection) throws SQLException {
        while (!stopping) {
            if (connection.getNotifications(LISTEN_MILLIS).length > 0) {
                followers.wake();
            }
        }
    }

    private void pause() {
        synchronized (stop) {
            try {
                stop.wait(PAUSE_AFTER_FAILURE.toMillis());
            } catch (InterruptedException e) {
                stopping = true;
            }
        }
    }
}
