package dev.galley.drill;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A disk in memory that can be filled; who may not mount one skips the drill. */
final class SmallDisk implements AutoCloseable {
    private static final int BLOCKS_AT_ONCE = 8;

    private final Path directory;
    private final Path ballast;

    private SmallDisk(Path directory) {
        this.directory = directory;
        this.ballast = directory.resolve("ballast");
    }

    static SmallDisk mount(Path directory, int mebibytes) throws IOException {
        Files.createDirectories(directory);
        assumeTrue(
                run(
                                "mount",
                                "-t",
                                "tmpfs",
                                "-o",
                                "mode=0777,size=" + mebibytes + "m",
                                "galley-drill",
                                directory.toString())
                        == 0,
                "This needs the right to mount a disk in memory.");
        return new SmallDisk(directory);
    }

    /** To the last byte, some 30 MB a second, as a neighbour does that runs wild. */
    void fill() {
        byte[] block = new byte[4096];
        try (OutputStream file = Files.newOutputStream(ballast)) {
            for (int i = 1; ; i++) {
                file.write(block);
                if (i % BLOCKS_AT_ONCE == 0) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
                }
            }
        } catch (IOException e) {
            // No space is left, as it has to be.
        }
    }

    void makeRoom() {
        try {
            Files.delete(ballast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        run("umount", "-l", directory.toString());
    }

    private static int run(String... command) {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
