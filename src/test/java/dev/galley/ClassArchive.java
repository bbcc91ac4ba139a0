package dev.galley;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The classes of a runnable as one start has loaded them (AppCDS): later ones map them and are ready a third sooner. It
 * is made once for each build, where {@code galley.class-archives} is set.
 */
final class ClassArchive {
    private static final Map<Path, Path> MADE = new ConcurrentHashMap<>();

    private ClassArchive() {}

    static Optional<Path> of(Path jar) {
        return Boolean.getBoolean("galley.class-archives")
                ? Optional.of(MADE.computeIfAbsent(jar, ClassArchive::make))
                : Optional.empty();
    }

    private static Path make(Path jar) {
        Path runnable = jar.getParent();
        Path archive = runnable.resolveSibling(runnable.getFileName() + ".jsa");
        try {
            if (!Files.exists(archive)
                    || Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) < 0) {
                Files.deleteIfExists(archive);
                train(jar, archive);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return archive;
    }

    private static void train(Path jar, Path archive) throws IOException {
        Path data = Files.createTempDirectory(archive.getParent(), "training");
        if (jar.getParent().endsWith("quarkus-app-postgresql")) {
            try (PostgresServer.Running postgres = PostgresServer.launch()) {
                train(RunningGalley.postgresql(data).settings(postgres.settings()), archive);
            }
        } else {
            train(RunningGalley.h2(data), archive);
        }
    }

    private static void train(RunningGalley.Launch launch, Path archive) throws IOException {
        try (RunningGalley galley = launch.archiving(archive).start()) {
            new Api(galley.baseUrl(), "").get("/v1/articles");
            galley.stopArchiving();
        }
    }
}
