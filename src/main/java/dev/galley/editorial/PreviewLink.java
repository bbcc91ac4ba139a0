package dev.galley.editorial;

import dev.galley.platform.Digests;
import dev.galley.platform.Ids;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** A link that shows one draft, as it is whenever it is followed, to whoever has it; known by its token's hash alone. */
@Entity
@Table(name = "preview_link")
public class PreviewLink extends PanacheEntityBase {
    /** What secret scanners can recognise. */
    private static final String PREFIX = "galley_preview_";

    private static final int TOKEN_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Id
    public UUID id;

    @Column(name = "draft_id")
    public UUID draftId;

    @Column(name = "token_hash")
    public String tokenHash;

    @Column(name = "expires_at")
    public Instant expiresAt;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "created_by")
    public String createdBy;

    static String newToken() {
        byte[] random = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(random);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    static PreviewLink make(Draft draft, String token, Instant expiresAt, String by, Instant now) {
        PreviewLink link = new PreviewLink();
        link.id = Ids.next();
        link.draftId = draft.id;
        link.tokenHash = Digests.sha256(token);
        link.expiresAt = expiresAt;
        link.createdAt = now;
        link.createdBy = by;
        link.persist();
        return link;
    }

    static Optional<PreviewLink> byToken(String token, Instant now) {
        return find("tokenHash = ?1 and expiresAt > ?2", Digests.sha256(token), now)
                .firstResultOptional();
    }

    /** One of the draft's, unless it has expired. */
    static Optional<PreviewLink> of(Draft draft, String id, Instant now) {
        return Ids.parse(id).flatMap(known -> PreviewLink.<PreviewLink>find(
                        "id = ?1 and draftId = ?2 and expiresAt > ?3", known, draft.id, now)
                .firstResultOptional());
    }

    static void endAll(Draft draft) {
        delete("draftId", draft.id);
    }

    static void sweep(Draft draft, Instant now) {
        delete("draftId = ?1 and expiresAt <= ?2", draft.id, now);
    }
}
