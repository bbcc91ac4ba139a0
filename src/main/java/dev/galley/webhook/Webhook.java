package dev.galley.webhook;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.galley.change.Change;
import dev.galley.change.ChangeType;
import dev.galley.change.Followed;
import dev.galley.platform.Ids;
import dev.galley.platform.JsonColumn;
import dev.galley.platform.Problem;
import dev.galley.platform.StringListColumn;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Somebody who is told of changes, and of which. */
@Entity
@DynamicUpdate
public class Webhook extends PanacheEntityBase {
    /** Each change asks each webhook whether it concerns it. */
    static final int MOST = 100;

    /** Long enough to bring the new secret to the receiver. */
    private static final Duration BOTH_SECRETS = Duration.ofHours(24);

    @Id
    public UUID id;

    public String url;
    public @Nullable String name;

    @Convert(converter = Types.class)
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    public List<ChangeType> types;

    @Convert(converter = StringListColumn.class)
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    public List<String> topics;

    @Convert(converter = StringListColumn.class)
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    public List<String> locales;

    public String secret;

    @Column(name = "previous_secret")
    public @Nullable String previousSecret;

    @Column(name = "previous_secret_until")
    public @Nullable Instant previousSecretUntil;

    public boolean paused;

    /** Null where somebody paused it. */
    @Column(name = "paused_because")
    public @Nullable String pausedBecause;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "created_by")
    public String createdBy;

    @Column(name = "updated_at")
    public Instant updatedAt;

    /** Types of changes as JSON in one column. */
    @Converter
    static class Types extends JsonColumn<List<ChangeType>> {
        Types() {
            super(new TypeReference<>() {});
        }
    }

    static Webhook create(WebhookInput input, String by, Instant now) {
        Webhook webhook = new Webhook();
        webhook.id = Ids.next();
        webhook.secret = WebhookSecret.random();
        webhook.createdAt = now;
        webhook.createdBy = by;
        webhook.change(input, now);
        webhook.persist();
        return webhook;
    }

    void change(WebhookInput input, Instant now) {
        url = input.url();
        name = input.name();
        types = input.types();
        topics = input.topics();
        locales = input.locales();
        pausedBecause = input.paused() && paused ? pausedBecause : null;
        paused = input.paused();
        updatedAt = now;
    }

    /** By itself: the receiver wants no more. */
    void pause(Failure because, Instant now) {
        if (!paused) {
            paused = true;
            pausedBecause = because.word();
            updatedAt = now;
        }
    }

    /** Until the receiver knows the new one, messages are signed with the one before too. */
    void rotate(Instant now) {
        previousSecret = secret;
        previousSecretUntil = now.plus(BOTH_SECRETS);
        secret = WebhookSecret.random();
        updatedAt = now;
    }

    /** Those that sign, the newest first. */
    List<String> secrets(Instant now) {
        boolean both = previousSecretUntil != null && previousSecretUntil.isAfter(now);
        return both ? List.of(secret, Objects.requireNonNull(previousSecret)) : List.of(secret);
    }

    boolean concerns(Change change) {
        return (types.isEmpty() || types.contains(change.type))
                && new Followed(Set.copyOf(topics), Set.copyOf(locales)).includes(change.audience());
    }

    /** How the audit calls it. The URL isn't for everybody: it may hold something secret. */
    String called() {
        return name == null ? URI.create(url).getHost() : name;
    }

    static Webhook byId(String id) {
        return Ids.parse(id)
                .flatMap(uuid -> Webhook.<Webhook>findByIdOptional(uuid))
                .orElseThrow(Webhook::unknown);
    }

    /** For a change: one at a time. */
    static Webhook lock(String id) {
        return Ids.parse(id)
                .flatMap(uuid -> Webhook.<Webhook>findByIdOptional(uuid, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(Webhook::unknown);
    }

    private static Problem unknown() {
        return Problem.notFound("webhook with this id");
    }
}
