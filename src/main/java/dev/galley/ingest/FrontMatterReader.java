package dev.galley.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;

/** A Markdown text taken apart: its front matter, the text behind it, and how many lines stand before that. */
record FrontMatterReader(FrontMatter meta, String body, int lines) {
    private static final int MAX_LENGTH = 100_000;
    private static final Pattern BLOCK = Pattern.compile(
            "\\A---[ \\t]*(?:\\r\\n|\\n|\\r)(.*?)(?<=[\\r\\n])(?:---|\\.\\.\\.)[ \\t]*(?:\\r\\n|\\n|\\r|\\z)",
            Pattern.DOTALL);
    private static final Pattern MEMBER = Pattern.compile("(?m)^\\s*[\"']?[A-Za-z][\\w-]*[\"']?\\s*:");

    private static final ObjectMapper YAML = YAMLMapper.builder(
                    YAMLFactory.builder().loaderOptions(limits()).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static FrontMatterReader read(String text, List<ImportWarning> warnings) {
        Matcher block = BLOCK.matcher(text);
        if (!text.startsWith("---") || !block.find()) {
            return new FrontMatterReader(FrontMatter.NONE, text, 0);
        }
        String yaml = block.group(1);
        JsonNode members = members(yaml);
        if (members == null) {
            if (MEMBER.matcher(yaml).find()) {
                warnings.add(new ImportWarning(
                        ImportWarning.FRONT_MATTER_IGNORED, "The front matter is no YAML; it was read as text", 1));
            }
            return new FrontMatterReader(FrontMatter.NONE, text, 0);
        }
        FrontMatter meta = new FrontMatterMembers(warnings).read(members);
        int lines = (int) block.group().lines().count();
        return new FrontMatterReader(meta, text.substring(block.end()), lines);
    }

    /** Null where the text is no YAML object. */
    private static @Nullable JsonNode members(String yaml) {
        if (yaml.length() > MAX_LENGTH) {
            return null;
        }
        try {
            JsonNode node = YAML.readTree(yaml);
            boolean empty = node == null || node.isMissingNode() || node.isNull();
            return empty && yaml.isBlank() ? YAML.createObjectNode() : node != null && node.isObject() ? node : null;
        } catch (JsonProcessingException | RuntimeException e) {
            return null;
        }
    }

    /** Jackson's own tokens never expand an alias; the limits hold for the parser below it. */
    private static LoaderOptions limits() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(10);
        options.setNestingDepthLimit(20);
        options.setCodePointLimit(MAX_LENGTH);
        return options;
    }
}
