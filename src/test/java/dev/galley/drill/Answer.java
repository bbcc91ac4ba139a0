package dev.galley.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.galley.Api;
import dev.galley.api.Concurrently;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What came of a request while things went wrong; status 0 where nothing came. */
record Answer(String request, int status, boolean retryAfter, String body, Duration took) {
    /** As many at once as there are paths, each as often as asked; a path that begins with POST imports. */
    static List<Answer> all(Api api, int times, String... requests) {
        return Concurrently.each(times * requests.length, i -> of(api, requests[i % requests.length], i));
    }

    static Answer of(Api api, String request, int edition) {
        long start = System.nanoTime();
        try {
            HttpResponse<String> answer = request.startsWith("POST ")
                    ? api.post(
                            request.substring(5),
                            "application/json",
                            Editions.document(edition).toString())
                    : api.get(request);
            return new Answer(
                    request,
                    answer.statusCode(),
                    answer.headers().firstValue("Retry-After").isPresent(),
                    answer.body(),
                    since(start));
        } catch (IOException e) {
            return new Answer(request, 0, false, e.toString(), since(start));
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    boolean isOk() {
        return status >= 200 && status < 300;
    }

    /** Does what is asked, or says in time and in words that it can't now and when to come back. */
    boolean isFair(Duration longest) {
        boolean says = status == 503 && retryAfter && body.contains("/problems/unavailable");
        return took.compareTo(longest) <= 0 && (isOk() || says);
    }

    static void assertFair(List<Answer> answers, Duration longest) {
        assertEquals(
                List.of(),
                answers.stream().filter(answer -> !answer.isFair(longest)).toList());
    }

    static Duration slowest(List<Answer> answers) {
        return answers.stream().map(Answer::took).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }

    /** How often each status came. */
    static Map<Integer, Long> statuses(List<Answer> answers) {
        return answers.stream().collect(Collectors.groupingBy(Answer::status, TreeMap::new, Collectors.counting()));
    }
}
