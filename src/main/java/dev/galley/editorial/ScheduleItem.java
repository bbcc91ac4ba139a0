package dev.galley.editorial;

import dev.galley.editorial.Appointment.Action;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing that is due, and the article it will happen to. */
public record ScheduleItem(
        Instant at,
        Action action,
        String by,
        @Nullable String note,
        @Nullable String failure,
        ScheduledArticle article) {
    /** Enough of a draft to find it. */
    public record ScheduledArticle(UUID id, String slug, String locale, String title) {}

    /** Ends before the where clause; the appointment is {@code s}, its draft {@code d}. */
    static final String SELECT = """
            select new dev.galley.editorial.ScheduleItem(s.at, s.action, s.madeBy, s.note, s.failure,
              new dev.galley.editorial.ScheduleItem$ScheduledArticle(d.id, d.slug, d.locale, d.title))
            from Appointment s join Draft d on d.id = s.draftId""";
}
