package dev.galley.bench;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.galley.PostgresServer;
import dev.galley.RunningGalley;
import dev.galley.bench.PlanLog.Node;
import dev.galley.bench.PlanLog.Plan;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How PostgreSQL runs the lists of a large site: as the packaged Galley asks for them, and as the server's log says. */
class ListPlansIT {
    private static final int ARTICLES = Integer.getInteger("test.articles", 20_000);

    /** After so many executions the driver has prepared a statement and PostgreSQL has chosen its kind of plan. */
    private static final int UNTIL_PREPARED = 12;

    /** So many rows a step of a plan looks at, at most, however many articles there are. */
    private static final long MOST_ROWS = 1_000;

    /** The tables that grow with the site. */
    private static final Set<String> LARGE =
            Set.of("article", "article_topic", "article_author", "section", "takeaway", "faq");

    private static final List<String> LISTS = List.of(
            "/v1/articles",
            "/v1/articles?topic=" + GeneratedArticles.POPULAR_TOPIC,
            "/v1/articles?topic=" + GeneratedArticles.RARE_TOPIC,
            "/v1/articles?topic=" + GeneratedArticles.FADED_TOPIC,
            "/v1/articles?author=" + GeneratedArticles.author(1),
            "/v1/articles?author=" + GeneratedArticles.author(GeneratedArticles.AUTHORS),
            "/v1/articles?publishedAt[gte]=2024-03-01&publishedAt[lt]=2024-09-01",
            "/v1/articles?locale=fr",
            "/v1/sections",
            "/v1/takeaways?topic=" + GeneratedArticles.POPULAR_TOPIC,
            "/v1/faqs?author=" + GeneratedArticles.author(1));

    @TempDir
    Path dataDir;

    @TempDir
    Path logDir;

    @Test
    void noListReadsAWholeTable() throws Exception {
        var builder = EmbeddedPostgres.builder();
        PlanLog.server(logDir).forEach(builder::setServerConfig);
        try (PostgresServer.Running postgres = new PostgresServer.Running(builder.start())) {
            Site site = Site.on(postgres, dataDir);
            site.launch().setting("galley.samples", "false");
            site.fill(new GeneratedArticles(1, ARTICLES, GeneratedArticles.Shape.SLIM));
            // A search index of them all is not what this is about.
            site.forgetChanges();
            site.launch().setting("galley.database.url", postgres.jdbcUrl() + "?" + PlanLog.CONNECTION);
            try (RunningGalley galley = site.launch().start();
                    Connection connection = site.connect()) {
                PlanLog log = new PlanLog(logDir, connection);
                Reader reader = new Reader(galley.baseUrl());
                for (String list : LISTS) {
                    check(list, reader, log);
                    check(reader.behind(list, Questions.FAR), reader, log);
                }
            }
        }
    }

    private static void check(String list, Reader reader, PlanLog log) throws SQLException {
        for (int i = 0; i < UNTIL_PREPARED; i++) {
            reader.json(list);
        }
        log.next();
        int length = reader.json(list).path("data").size();
        List<Plan> plans = log.next().stream().filter(ListPlansIT::isLarge).toList();
        double milliseconds = plans.stream().mapToDouble(Plan::milliseconds).sum();
        long rows =
                plans.stream().flatMap(Plan::nodes).mapToLong(Node::rows).max().orElse(0);
        System.out.printf(
                "%s: %d items, %d statements, %.1f ms, %d rows at most%n",
                list, length, plans.size(), milliseconds, rows);
        assertTrue(length > 0, list);
        assertTrue(rows <= MOST_ROWS, list + "\n" + plans);
        for (Plan plan : plans) {
            plan.nodes()
                    .filter(node -> LARGE.contains(node.table()))
                    .forEach(node -> assertFalse(node.isSequentialScan(), list + "\n" + plan));
        }
    }

    private static boolean isLarge(Plan plan) {
        return plan.nodes().anyMatch(node -> LARGE.contains(node.table()));
    }
}
