package dev.galley;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The commands that README.md shows to a newcomer, so that a test can hold that they work as they stand. */
public final class ReadmeCommands {
    private static final String SECTION = "## The first five minutes";
    /** Where the README's reader has Galley running. */
    private static final String README_URL = "http://localhost:8080";

    private ReadmeCommands() {}

    /** One command for each {@code bash} block of the section, in order; each is for {@code bash -c}. */
    public static List<String> of(Path readme) {
        try {
            return of(Files.readAllLines(readme));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same commands against a Galley that runs elsewhere. */
    public static List<String> of(Path readme, String baseUrl) {
        return of(readme).stream()
                .map(command -> command.replace(README_URL, baseUrl))
                .collect(Collectors.toList());
    }

    private static List<String> of(List<String> lines) {
        List<String> commands = new ArrayList<>();
        int at = lines.indexOf(SECTION) + 1;
        // A # inside a block is a comment of the shell and no heading.
        while (at > 0 && at < lines.size() && !lines.get(at).matches("##? .*")) {
            if (!isFence(lines.get(at))) {
                at++;
                continue;
            }
            int end = endOfBlock(lines, at);
            if (language(lines.get(at)).equals("bash")) {
                commands.add(String.join("\n", lines.subList(at + 1, end)));
            }
            at = end + 1;
        }
        if (commands.isEmpty()) {
            throw new IllegalArgumentException("no bash block below \"" + SECTION + "\"");
        }
        return commands;
    }

    private static int endOfBlock(List<String> lines, int fence) {
        for (int at = fence + 1; at < lines.size(); at++) {
            if (isFence(lines.get(at))) {
                return at;
            }
        }
        throw new IllegalArgumentException("the block in line " + (fence + 1) + " has no end");
    }

    private static boolean isFence(String line) {
        return line.startsWith("```");
    }

    /** The first word of the info string. */
    private static String language(String fence) {
        return fence.substring(3).strip().split("\\s", 2)[0];
    }
}
