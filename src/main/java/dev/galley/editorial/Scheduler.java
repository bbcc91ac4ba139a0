package dev.galley.editorial;

import dev.galley.platform.Problem;
import dev.galley.write.Writes;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Keeps appointments when they are due. Every node looks once a second; whoever locks the draft first acts, and the
 * appointment goes in the transaction of the act. A node that dies in between leaves both undone, for the next look.
 */
@ApplicationScoped
public class Scheduler {
    private static final Logger LOG = Logger.getLogger(Scheduler.class);

    /** After a long time without a running node: this many, and then look again. */
    private static final int AT_ONCE = 1_000;

    private final PublishingDesk desk;
    private final Writes writes;
    private final Clock clock;

    Scheduler(PublishingDesk desk, Writes writes, Clock clock) {
        this.desk = desk;
        this.writes = writes;
        this.clock = clock;
    }

    @Scheduled(
            every = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void look() {
        List<Appointment.Key> due =
                QuarkusTransaction.requiringNew().call(() -> Appointment.due(clock.instant(), AT_ONCE));
        due.forEach(this::keep);
    }

    private void keep(Appointment.Key key) {
        try {
            writes.run(() -> {
                desk.keep(key);
                return null;
            });
        } catch (Problem problem) {
            if (problem.type().status() < 500) {
                giveUp(key, problem);
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "The appointment of article %s could not be kept; it is tried again", key.draftId());
        }
    }

    /** Trying again would fail again: an editor has to see to it. */
    private void giveUp(Appointment.Key key, Problem problem) {
        String reason = reason(problem);
        LOG.warnf("The appointment of article %s can't be kept: %s", key.draftId(), reason);
        writes.run(() -> {
            Appointment appointment = Appointment.find(key.draftId(), key.action());
            if (appointment != null && !appointment.at.isAfter(clock.instant())) {
                appointment.failed(reason);
            }
            return null;
        });
    }

    /** With the checks that failed, where it was they. */
    private static String reason(Problem problem) {
        return Stream.concat(
                        Stream.of(problem.detail()),
                        problem.errors().stream().map(error -> error.pointer() + ": " + error.detail()))
                .collect(Collectors.joining(" "));
    }
}
