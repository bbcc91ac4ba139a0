package dev.galley.search;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** How the index stands. Without it everything but search works, so that it never takes a node out of service. */
@Readiness
class SearchReadiness implements HealthCheck {
    private final SearchIndex index;

    SearchReadiness(SearchIndex index) {
        this.index = index;
    }

    @Override
    public HealthCheckResponse call() {
        Progress progress = index.progress();
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("search").up().withData("state", progress.state());
        index.seq().ifPresent(seq -> answer.withData("seq", seq));
        if (progress.isBuilding()) {
            answer.withData("done", progress.done()).withData("total", progress.total());
        }
        return answer.build();
    }
}
