package dev.galley.search;

import dev.galley.change.Change;
import dev.galley.change.ChangeType;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherLifetimeManager;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One index in a directory of its own. What it has handled of the change log stands in its commits: after a crash the
 * rest is handled again.
 */
final class Generation implements Closeable {
    private static final Logger LOG = Logger.getLogger(Generation.class);

    /** Of memory that changes take before they are written to files. */
    private static final double BUFFER_MEGABYTES = 48;

    /** How long a reader of one page may take until they ask for the next and get the same order. */
    private static final double PAGES_STAY_SECONDS = 300;

    /** Each holds on to files of its own. */
    private static final int MOST_KEPT_SEARCHERS = 20;

    private final Path path;
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final SearcherLifetimeManager lifetimes = new SearcherLifetimeManager();
    private final Set<String> topics = new HashSet<>();
    private volatile Stamp stamp;
    private volatile long visible;
    private volatile boolean dirty;
    private volatile @Nullable FacetCounter facets;

    private Generation(Path path, Directory directory, IndexWriter writer, Stamp stamp) throws IOException {
        this.path = path;
        this.directory = directory;
        this.writer = writer;
        this.stamp = stamp;
        this.visible = stamp.seq();
        this.searchers = new SearcherManager(writer, new Factory());
    }

    private static final class Factory extends SearcherFactory {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setSimilarity(new Scoring());
            return searcher;
        }
    }

    static Generation create(Path path, Stamp stamp) throws IOException {
        return open(path, IndexWriterConfig.OpenMode.CREATE, stamp);
    }

    /** What was committed there last, after a look at every byte of it. */
    static Generation open(Path path) throws IOException {
        try (Directory directory = FSDirectory.open(path);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            Stamp stamp = Stamp.of(reader.getIndexCommit().getUserData());
            return open(path, IndexWriterConfig.OpenMode.APPEND, stamp);
        }
    }

    private static Generation open(Path path, IndexWriterConfig.OpenMode mode, Stamp stamp) throws IOException {
        Directory directory = FSDirectory.open(path);
        try {
            IndexWriterConfig config = new IndexWriterConfig(Analysis.OF_TEXTS)
                    .setOpenMode(mode)
                    .setSimilarity(new Scoring())
                    .setCommitOnClose(false)
                    .setRAMBufferSizeMB(BUFFER_MEGABYTES);
            return new Generation(path, directory, new IndexWriter(directory, config), stamp);
        } catch (IOException | RuntimeException e) {
            IOUtils.closeWhileHandlingException(directory);
            throw e;
        }
    }

    Path path() {
        return path;
    }

    Stamp stamp() {
        return stamp;
    }

    /** The last change that searches see. */
    long visible() {
        return visible;
    }

    void add(Map<UUID, List<Entry>> articles) throws IOException {
        for (Map.Entry<UUID, List<Entry>> article : articles.entrySet()) {
            put(article.getKey(), article.getValue());
        }
        putTopics(articles.values().stream()
                .flatMap(List::stream)
                .flatMap(entry -> entry.topics().stream())
                .filter(topic -> !topics.contains(topic))
                .collect(Collectors.toSet()));
        dirty = true;
    }

    private void put(UUID article, List<Entry> entries) throws IOException {
        Term itself = new Term(IndexField.ARTICLE, article.toString());
        try {
            writer.updateDocuments(itself, entries.stream().map(Entry::document).toList());
        } catch (IllegalArgumentException e) {
            // Lucene's word for what it can't take: one article must not keep all others out of search.
            LOG.errorf(e, "Article %s can't be indexed; search leaves it out", article);
            writer.deleteDocuments(itself);
        }
    }

    void remove(Collection<UUID> articles) throws IOException {
        writer.deleteDocuments(articles.stream()
                .map(id -> new Term(IndexField.ARTICLE, id.toString()))
                .toArray(Term[]::new));
        dirty = true;
    }

    /** With today's names; those that are gone are left where they are, since no article has them. */
    void putTopics(Collection<String> slugs) throws IOException {
        for (Map.Entry<String, Entry> topic : ArticleEntries.ofTopics(slugs).entrySet()) {
            writer.updateDocument(
                    new Term(IndexField.ID, ArticleEntries.topicId(topic.getKey())),
                    topic.getValue().document());
            topics.add(topic.getKey());
        }
        dirty = true;
    }

    /** Takes over what changed, in the caller's transaction, and says where it stands then. */
    Stamp apply(List<Change> changes) throws IOException {
        Set<UUID> touched = changes.stream()
                .flatMap(change -> Stream.ofNullable(change.articleId))
                .collect(Collectors.toSet());
        Map<UUID, List<Entry>> now = touched.isEmpty() ? Map.of() : ArticleEntries.of(Articles.byIds(touched));
        add(now);
        List<UUID> gone = new ArrayList<>(touched);
        gone.removeAll(now.keySet());
        remove(gone);
        putTopics(changes.stream()
                .filter(change -> change.type == ChangeType.TOPIC_UPDATED)
                .map(change -> change.slug)
                .collect(Collectors.toSet()));
        stamp = stamp.at(changes.get(changes.size() - 1));
        return stamp;
    }

    /** Lets searches see all that was added so far. */
    void refresh() throws IOException {
        long seq = stamp.seq();
        searchers.maybeRefreshBlocking();
        visible = seq;
        lifetimes.prune(new Pruner());
    }

    /** To disk, where anything has changed. */
    void commit() throws IOException {
        if (dirty) {
            dirty = false;
            writer.setLiveCommitData(stamp.asUserData().entrySet());
            writer.commit();
        }
    }

    /** From now on this one is served after a restart too. */
    void complete() throws IOException {
        stamp = stamp.completed();
        dirty = true;
        commit();
    }

    IndexSearcher acquire() throws IOException {
        return searchers.acquire();
    }

    void release(IndexSearcher searcher) throws IOException {
        searcher.getIndexReader().decRef();
    }

    /** The name under which the next page finds this searcher again. */
    long keep(IndexSearcher searcher) throws IOException {
        return lifetimes.record(searcher);
    }

    /** Null where it has gone. */
    @Nullable
    IndexSearcher kept(long name) {
        return lifetimes.acquire(name);
    }

    FacetCounter facets(IndexSearcher searcher) throws IOException {
        FacetCounter known = facets;
        if (known == null || !known.isOf(searcher)) {
            known = FacetCounter.of(searcher);
            facets = known;
        }
        return known;
    }

    @Override
    public void close() throws IOException {
        IOUtils.close(lifetimes, searchers, writer, directory);
    }

    /** Gives up the old ones, and of too many the oldest. */
    private static final class Pruner implements SearcherLifetimeManager.Pruner {
        private int kept;

        @Override
        public boolean doPrune(double ageSeconds, IndexSearcher searcher) {
            return ageSeconds > PAGES_STAY_SECONDS || kept++ >= MOST_KEPT_SEARCHERS;
        }
    }
}
