package dev.galley.drill;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.galley.PostgresServer;
import dev.galley.RunningGalley;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of Galley while it is written to, again and again on the same data. */
class KillDrill {
    private static final int ROUNDS = Integer.getInteger("test.rounds", 20);

    @TempDir
    Path dataDir;

    @Test
    void whatIsAcknowledgedSurvivesOnH2() throws Exception {
        survive("H2", RunningGalley.h2(dataDir));
    }

    @Test
    void whatIsAcknowledgedSurvivesOnPostgresql() throws Exception {
        try (PostgresServer.Running postgres = PostgresServer.launch()) {
            survive("PostgreSQL", RunningGalley.postgresql(dataDir).settings(postgres.settings()));
        }
    }

    /** The negative control: the same drill finds what an H2 loses that acknowledges first and writes later. */
    @Test
    void anH2ThatWritesLaterIsFoundOut() throws Exception {
        RunningGalley.Launch launch = Rounds.empty(RunningGalley.h2(dataDir))
                .setting(
                        "quarkus.datasource.jdbc.url",
                        "jdbc:h2:file:" + dataDir.resolve("galley") + ";WRITE_DELAY=5000;DB_CLOSE_ON_EXIT=FALSE");
        Rounds rounds = run(launch, 3);
        Figures.add(
                "Control: H2 with WRITE_DELAY=5000",
                "3 rounds",
                rounds.findings().toString());
        assertFalse(rounds.findings().lost().isEmpty());
    }

    private static void survive(String database, RunningGalley.Launch launch) throws Exception {
        Rounds rounds = run(Rounds.empty(launch), ROUNDS);
        Figures.add(
                "kill -9 of Galley on " + database,
                ROUNDS + " rounds",
                rounds.findings().toString());
        rounds.findings().assertNone();
    }

    private static Rounds run(RunningGalley.Launch launch, int times) throws Exception {
        Rounds rounds = new Rounds();
        for (int i = 0; i < times; i++) {
            try (RunningGalley galley = launch.start()) {
                rounds.check(galley);
                rounds.writeUntil(galley, galley::kill);
            }
        }
        try (RunningGalley galley = launch.start()) {
            rounds.checkAll(galley);
        }
        return rounds;
    }
}
