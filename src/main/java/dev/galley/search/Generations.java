package dev.galley.search;

import dev.galley.platform.Ids;
import dev.galley.platform.StorageConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The indexes on this node's disk, each in a directory of its own. Another process with the same data directory has its
 * own there too: what somebody else holds the lock of is left alone.
 */
@ApplicationScoped
class Generations {
    private static final Logger LOG = Logger.getLogger(Generations.class);

    private final Path home;

    Generations(StorageConfig config) {
        home = config.dataDir().toAbsolutePath().normalize().resolve("search");
    }

    boolean isEmpty() {
        return all().isEmpty();
    }

    Generation create(Stamp stamp) throws IOException {
        Path path = home.resolve(Ids.next().toString());
        Files.createDirectories(path);
        return Generation.create(path, stamp);
    }

    /** The newest that can be trusted; null where there is none. What can't be is deleted. */
    @Nullable
    Generation openNewest() {
        for (Path path : all()) {
            Generation found = open(path);
            if (found != null && isOurs(found)) {
                return found;
            }
        }
        return null;
    }

    private @Nullable Generation open(Path path) {
        try {
            return Generation.open(path);
        } catch (LockObtainFailedException e) {
            LOG.warnf(
                    "Another process uses the search index in %s; this one makes its own. Give each node a"
                            + " galley.data-dir of its own.",
                    path);
        } catch (IOException | RuntimeException e) {
            LOG.warnf("The search index in %s can't be read (%s); a new one is made", path, e);
            delete(path);
        }
        return null;
    }

    private boolean isOurs(Generation found) {
        boolean belongs;
        try {
            belongs =
                    found.stamp().isReadable() && Reading.in(() -> found.stamp().belongsToDatabase());
        } catch (RuntimeException e) {
            close(found);
            throw e;
        }
        if (!belongs) {
            LOG.warnf(
                    "The search index in %s is %s; a new one is made",
                    found.path(),
                    found.stamp().isReadable() ? "of another database" : "of another version or not complete");
            close(found);
            delete(found.path());
        }
        return belongs;
    }

    void deleteAllBut(Generation kept) {
        all().stream().filter(path -> !path.equals(kept.path())).forEach(this::delete);
    }

    /** Nothing where another process uses it. */
    void delete(Path path) {
        try (Directory directory = FSDirectory.open(path)) {
            directory.obtainLock(IndexWriter.WRITE_LOCK_NAME).close();
            IOUtils.rm(path);
        } catch (LockObtainFailedException e) {
            LOG.debugf("%s is in use", path);
        } catch (IOException e) {
            LOG.warnf("The old search index in %s could not be deleted (%s)", path, e);
        }
    }

    static void close(Generation generation) {
        IOUtils.closeWhileHandlingException(generation);
    }

    /** The newest first: their names are made of the time. */
    private List<Path> all() {
        if (!Files.isDirectory(home)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(home)) {
            return paths.filter(Files::isDirectory)
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
