package dev.galley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's first five minutes, each command as it stands there, in one shell as a reader has it. */
class ReadmeIT {
    private static final String KEY = "readme-key-readme-key-readme-key-readme";
    private static final String BETWEEN = "\u001e";

    @TempDir
    Path dataDir;

    @Test
    void theFirstFiveMinutesDoWhatTheReadmeSays() throws Exception {
        try (RunningGalley galley =
                RunningGalley.h2(dataDir).setting("galley.admin-key", KEY).start()) {
            List<String> commands = ReadmeCommands.of(Path.of("README.md"), galley.baseUrl());
            List<String> answers = run(commands);

            assertEquals(commands.size(), answers.size(), "each command ran");
            assertTrue(answers.get(0).contains("\"slug\":\"time-zones-without-tears\""), answers.get(0));
            assertTrue(answers.get(1).contains("<em>"), "text=html gives HTML");
            assertTrue(answers.get(2).contains("\"warnings\":[]"), answers.get(2));
            assertTrue(answers.get(2).contains("\"status\":\"draft\""), answers.get(2));
            assertEquals("", answers.get(3), "the id is kept in a variable");
            assertTrue(answers.get(4).contains("\"status\":\"published\""), answers.get(4));
            assertTrue(answers.get(5).contains("\"One call gives the whole article.\""), answers.get(5));
            assertTrue(answers.get(6).contains("\"anchor\":\"what-galley-keeps\""), answers.get(6));
            assertTrue(answers.get(7).contains("## What Galley keeps"), answers.get(7));
            assertTrue(answers.get(8).contains("Does it need a database server?"), answers.get(8));
            assertTrue(answers.get(9).contains("print(\\\"hello\\\")"), answers.get(9));
            assertTrue(answers.get(10).contains("<mark>"), answers.get(10));
            assertTrue(
                    answers.get(11).matches("(?s).*\\{\"title\":\"[^\"]+\",\"authors\":.*\"takeaways\":\\[\\{.*"),
                    answers.get(11));
            assertFalse(answers.get(11).contains("\"slug\""), answers.get(11));
            assertTrue(answers.get(12).contains("\"seq\":1,\"type\":\"article.published\""), answers.get(12));
        }
    }

    private static List<String> run(List<String> commands) throws Exception {
        String script = "set -euo pipefail\n" + String.join("\nprintf '" + BETWEEN + "'\n", commands);
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", script).redirectErrorStream(true);
        shell.environment().put("GALLEY_ADMIN_KEY", KEY);
        Process process = shell.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        assertEquals(0, process.exitValue(), output);
        return List.of(output.split(BETWEEN, -1));
    }
}
