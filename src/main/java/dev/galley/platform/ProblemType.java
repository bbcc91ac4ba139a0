package dev.galley.platform;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Every way that Galley refuses a request. The name is part of the contract: {@code GET /problems/{name}} explains it. */
public enum ProblemType {
    VALIDATION(
            400,
            "The request is not valid",
            "Something in the request has no meaning to Galley. Each entry of \"errors\" points at one thing: a JSON"
                    + " pointer into the body, or the name of a query parameter, with a stable code and a sentence that"
                    + " says what would be accepted. Nothing was changed."),
    UNAUTHORIZED(
            401,
            "Credentials are missing or not valid",
            "Everything under /v1/editorial needs a key, or a token of the configured OpenID Connect provider: send it"
                    + " as \"Authorization: Bearer <key>\". A key that was revoked or has expired is not valid."),
    FORBIDDEN(
            403,
            "The role is too small for this call",
            "The key is valid, but its role does not reach this far. The detail names the role that is needed."),
    NOT_FOUND(404, "There is nothing here", "No thing of this kind has, or ever had, this name or id."),
    METHOD_NOT_ALLOWED(
            405, "The method is not allowed here", "The header Allow lists the methods that this path understands."),
    NOT_ACCEPTABLE(
            406,
            "No representation fits",
            "What the header Accept asks for is not made here. The detail names what would do."),
    SLUG_TAKEN(
            409,
            "The slug is taken",
            "Another article holds this slug in this locale; \"holder\" says which. Choose another slug, or rename the"
                    + " holder first."),
    CONFLICT(
            409,
            "The request conflicts with the current state",
            "The thing is in a state in which this can't be done. The detail says which state, and what to do first."),
    IDEMPOTENCY_KEY_IN_USE(
            409,
            "The first request with this key is still under way",
            "A request with the same Idempotency-Key is being worked on. Send it again in a moment: it gets the first"
                    + " one's answer then."),
    MERGE_CONFLICT(
            409,
            "Two edits of one part can't be merged",
            "Since the version that this edit began from, somebody else changed the same part, and not in the same way."
                    + " Each entry of \"conflicts\" points at one such part, with its value in that version (base), in"
                    + " the edit that was sent (mine) and in the newest version (theirs). What both sides say alike is"
                    + " no conflict: take their value into the document, or write yours into the newest version, and"
                    + " merge again from the same baseVersion. Nothing was changed."),
    GONE(
            410,
            "The article is no longer public",
            "An article was published here once and has been withdrawn. It may come back under the same address."),
    PRECONDITION_FAILED(
            412,
            "Another save came first",
            "If-Match names a version that is no longer the newest. The problem says who saved which version and which"
                    + " parts differ. Fetch the article again, make the change there, and send it with the new ETag."),
    CONTENT_TOO_LARGE(413, "The body is too large", "The detail names the limit for this call, in bytes."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "The body's type is not understood here",
            "The header Content-Type names a media type or a charset that this call can't read. The detail names those"
                    + " it can."),
    MISDIRECTED_REQUEST(
            421,
            "This name is not served here",
            "The request names a host that isn't among those that this Galley is set up to answer to (galley.hosts)."),
    NOT_PUBLISHABLE(
            422,
            "The article can't be published as it is",
            "A check that stands before publishing failed. Each entry of \"errors\" points at the place in the draft."
                    + " The draft is kept as it is."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "The Idempotency-Key stands for another request",
            "A key names one request, with its path and its body, for 24 hours. Nothing was changed. Take a new key for a"
                    + " new request."),
    PRECONDITION_REQUIRED(
            428,
            "If-Match is required",
            "A write to a whole document must say which version it was made from, so that nobody's work is overwritten"
                    + " unseen. Send the ETag of the version you read as If-Match."),
    TOO_MANY_REQUESTS(
            429,
            "Too many requests",
            "More requests came from one address than are answered in a time. Retry-After says when the next one is, in"
                    + " seconds, and RateLimit how many are left."),
    INTERNAL(
            500,
            "Galley failed",
            "This is a defect in Galley. The log has the details under the request id of this problem."),
    UNAVAILABLE(
            503,
            "Galley can't answer right now",
            "Something that Galley needs is out of reach or too busy. Try again after the time that Retry-After"
                    + " names.");

    private final int status;
    private final String title;
    private final String explanation;

    ProblemType(int status, String title, String explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String explanation() {
        return explanation;
    }

    /** The last part of its URI: {@code slug-taken}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The first of that status. */
    static Optional<ProblemType> byStatus(int status) {
        return Stream.of(values()).filter(type -> type.status == status).findFirst();
    }

    public static Optional<ProblemType> bySlug(String slug) {
        return Stream.of(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }
}
