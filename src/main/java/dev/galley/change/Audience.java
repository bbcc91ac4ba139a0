package dev.galley.change;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom the change of an article concerns: who follows one of these topics or locales. What it had before is among them,
 * so that those who follow a topic hear that an article has left it.
 */
public record Audience(Set<String> topics, Set<String> locales) {
    public static final Audience NOBODY = new Audience(Set.of(), Set.of());

    public static Audience of(Stream<String> topics, Stream<String> locales) {
        return new Audience(
                topics.collect(Collectors.toUnmodifiableSet()), locales.collect(Collectors.toUnmodifiableSet()));
    }

    public Audience and(Audience other) {
        return of(
                Stream.concat(topics.stream(), other.topics.stream()),
                Stream.concat(locales.stream(), other.locales.stream()));
    }
}
