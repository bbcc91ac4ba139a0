package dev.galley.article;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Gives the articles that were there already what their titles are sorted by, which no SQL can make. */
public class V11__Title_keys extends BaseJavaMigration {
    private static final int AT_ONCE = 1_000;

    @Override
    public void migrate(Context context) throws SQLException {
        try (Statement select = context.getConnection().createStatement();
                ResultSet articles = select.executeQuery("select id, title from article where title_key = ''");
                PreparedStatement update =
                        context.getConnection().prepareStatement("update article set title_key = ? where id = ?")) {
            int waiting = 0;
            while (articles.next()) {
                update.setString(1, TitleOrder.key(articles.getString("title")));
                update.setObject(2, articles.getObject("id"));
                update.addBatch();
                if (++waiting % AT_ONCE == 0) {
                    update.executeBatch();
                }
            }
            update.executeBatch();
        }
    }
}
