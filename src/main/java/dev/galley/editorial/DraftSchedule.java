package dev.galley.editorial;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a draft is to be published and withdrawn. */
public record DraftSchedule(
        @Nullable Instant publishAt, @Nullable Instant unpublishAt) {
    /** Null where nothing is to happen. */
    static @Nullable DraftSchedule of(Draft draft) {
        List<Appointment> appointments = Appointment.of(draft);
        return appointments.isEmpty()
                ? null
                : new DraftSchedule(
                        at(appointments, Appointment.Action.PUBLISH), at(appointments, Appointment.Action.UNPUBLISH));
    }

    private static @Nullable Instant at(List<Appointment> appointments, Appointment.Action action) {
        return appointments.stream()
                .filter(appointment -> appointment.action == action)
                .map(appointment -> appointment.at)
                .findFirst()
                .orElse(null);
    }
}
