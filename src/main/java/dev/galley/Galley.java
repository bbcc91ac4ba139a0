package dev.galley;

import dev.galley.platform.SlowHeads;
import dev.galley.platform.StartUp;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.jspecify.annotations.NullMarked;

/** Where Galley starts. */
@NullMarked
@QuarkusMain
public final class Galley {
    public static void main(String... args) {
        StartUp.makeDataDirAbsolute();
        SlowHeads.enable();
        Quarkus.run(args);
    }
}
