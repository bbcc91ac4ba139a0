package dev.galley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeCommandsTest {
    private static final String README = """
            # Galley

            ```bash
            echo before
            ```

            ## The first five minutes
            Write an article:
            ```bash
            # A comment, no heading
            curl -s http://localhost:8080/v1/editorial/articles \\
              -H "Authorization: Bearer $GALLEY_ADMIN_KEY"
            ```
            The answer:
            ```json
            {"title": "no command"}
            ```

            ### And read it
            ```bash
            curl -s http://localhost:8080/v1/articles
            ```

            ## More
            ```bash
            echo after
            ```
            """;

    @TempDir
    Path directory;

    @Test
    void eachBashBlockOfTheSectionIsACommand() throws IOException {
        assertEquals(List.of("""
                        # A comment, no heading
                        curl -s http://localhost:8080/v1/editorial/articles \\
                          -H "Authorization: Bearer $GALLEY_ADMIN_KEY\"""", "curl -s http://localhost:8080/v1/articles"), ReadmeCommands.of(readme(README)));
    }

    @Test
    void theCommandsCanBeAimedAtAnotherPort() throws IOException {
        List<String> commands = ReadmeCommands.of(readme(README), "http://localhost:4711");
        assertEquals("curl -s http://localhost:4711/v1/articles", commands.get(1));
    }

    @Test
    void aReadmeWithoutCommandsOrWithAnOpenBlockIsRefused() throws IOException {
        Path none = readme("# Galley\n## The first five minutes\nNothing yet.\n");
        assertThrows(IllegalArgumentException.class, () -> ReadmeCommands.of(none));
        Path open = readme("## The first five minutes\n```bash\necho\n");
        assertThrows(IllegalArgumentException.class, () -> ReadmeCommands.of(open));
    }

    private Path readme(String text) throws IOException {
        return Files.writeString(directory.resolve("README.md"), text);
    }
}
