package dev.galley.search;

import dev.galley.article.Article;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.function.Supplier;
import org.hibernate.FlushMode;
import org.hibernate.Session;

/** A short transaction that only reads, whatever runs around it: Hibernate compares nothing at its end. */
final class Reading {
    private Reading() {}

    static <T> T in(Supplier<T> read) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Session session = Article.getEntityManager().unwrap(Session.class);
            session.setDefaultReadOnly(true);
            session.setHibernateFlushMode(FlushMode.MANUAL);
            return read.get();
        });
    }
}
