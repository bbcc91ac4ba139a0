package dev.galley.search;

import dev.galley.article.Article;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.hibernate.FlushMode;
import org.hibernate.Session;

/** A short transaction that only reads, whatever runs around it: Hibernate compares nothing at its end. */
final class Reading {
    private Reading() {}

    /** What is read, and may be written to the index with it. */
    interface Read<T> {
        T get() throws IOException;
    }

    /** Where files fail, that comes unchecked. */
    static <T> T in(Read<T> read) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Session session = Article.getEntityManager().unwrap(Session.class);
            session.setDefaultReadOnly(true);
            session.setHibernateFlushMode(FlushMode.MANUAL);
            try {
                return read.get();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
