package dev.galley.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.article.ArticleBody;
import dev.galley.article.ArticleGrammar;
import dev.galley.article.BodyColumn;
import dev.galley.document.ArticleDocument;
import dev.galley.ingest.Importer;
import dev.galley.platform.Json;
import dev.galley.query.ListQuery;
import dev.galley.query.PageRequest;
import dev.galley.query.PageRequests;
import dev.galley.rendition.MarkdownRendition;
import dev.galley.text.InlineText;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The pure code that every import and every answer goes through, each beside the least that its library would do with the
 * same text; {@code src/bench/code.sh} runs it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class HotCode {
    private static final Parser COMMONMARK = Parser.builder().build();

    private final BodyColumn column = new BodyColumn();
    private final ArticleDocument document =
            new GeneratedArticles(1, 1, GeneratedArticles.Shape.FULL).article(0).document();
    private final String markdown = MarkdownRendition.of(document);
    private final ArticleBody body =
            new ArticleBody(document.lead(), document.sections(), document.takeaways(), document.faqs());
    private final String stored = column.convertToDatabaseColumn(body);
    private final JsonNode tree = Json.MAPPER.valueToTree(body);
    private final ArticleGrammar grammar = new ArticleGrammar();
    private final PageRequest page = PageRequests.of(Map.of(
            "topic", "caching,http", "locale", "en", "publishedAt[gte]", "2024-03-01", "sort", "title", "limit", "50"));
    private final String inline = "The *sum* of `a` and **b**, as [the tables](https://example.com/tables) have it.";

    @Benchmark
    public ArticleDocument markdownToDocument() {
        return Importer.markdown(markdown).document();
    }

    @Benchmark
    public Node markdownToCommonmarkTree() {
        return COMMONMARK.parse(markdown);
    }

    @Benchmark
    public ArticleBody storedBodyToRecords() {
        return column.convertToEntityAttribute(stored);
    }

    @Benchmark
    public JsonNode storedBodyToJacksonTree() throws JsonProcessingException {
        return Json.MAPPER.readTree(stored);
    }

    @Benchmark
    public byte[] recordsToJson() {
        return Json.bytes(body);
    }

    @Benchmark
    public byte[] jacksonTreeToJson() {
        return Json.bytes(tree);
    }

    @Benchmark
    public String inlineToSafeHtml() {
        return InlineText.html(inline);
    }

    @Benchmark
    public ListQuery queryStringToQuery() {
        return grammar.read(page);
    }
}
